#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest store check|repair|vacuum|export`: care for the file that keeps the trials.
void add_store_command(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
