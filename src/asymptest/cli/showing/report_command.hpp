#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest report`: the verdicts of what is stored; measures nothing. Sets `exit_code` when it
/// runs.
void add_report_command(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
