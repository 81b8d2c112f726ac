#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest list`: the claims and controls of this program. Sets `exit_code` when it runs.
void add_list_command(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
