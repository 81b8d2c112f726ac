#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace asymptest::cli {

/// `asymptest merge SHARD…`: puts the shards of a round together, decides, and lists the next
/// round's trials where a look asks for more.
void add_merge_command(CLI::App& app, int& exit_code);

}  // namespace asymptest::cli
