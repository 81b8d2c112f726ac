#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest run`: measures, decides and reports. Sets `exit_code` when it runs.
void add_run_command(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
