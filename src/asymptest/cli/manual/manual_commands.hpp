#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest completion bash|zsh` and `asymptest manual`, of all that `app` has when they run.
void add_manual_commands(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
