#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest new TOPIC/NAME`: writes the file of a new claim. Sets `exit_code` when it runs.
void add_new_command(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
