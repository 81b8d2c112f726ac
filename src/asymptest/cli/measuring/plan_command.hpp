#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest plan CLAIM`: the trials and the time that it is expected to need. Sets `exit_code`
/// when it runs.
void add_plan_command(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
