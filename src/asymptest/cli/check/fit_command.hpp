#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest fit FILE`: the exponent that measurements of one's own show, without a prediction.
void add_fit_command(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
