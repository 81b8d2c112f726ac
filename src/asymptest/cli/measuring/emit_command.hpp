#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest emit slurm|parallel|make`: prints a script that measures a tier by shards.
void add_emit_command(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
