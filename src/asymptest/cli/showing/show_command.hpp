#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest show CLAIM`: what a claim states and how its newest stored verdict stands. Sets
/// `exit_code` when it runs.
void add_show_command(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
