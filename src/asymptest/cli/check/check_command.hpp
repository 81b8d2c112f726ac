#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest check FILE.csv …`: decides a power law from one's own measurements. Sets `exit_code`
/// when it runs.
void add_check_command(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
