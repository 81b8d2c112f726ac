#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "asymptest/cli/input/selection.hpp"
#include "asymptest/cli/input/store_option.hpp"
#include "asymptest/cli/options/command.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/engine/run_options.hpp"
#include "asymptest/engine/shards/round.hpp"

namespace asymptest::cli {

/// `--shard I/N` and `--round FILE` of `run`.
class ShardOptions {
 public:
  /// After all other options of the command, some of which mean nothing beside these.
  void add_to(Command command);

  [[nodiscard]] bool given() const;
  /// Of the option, or of the batch system's variables if it has no value. Throws
  /// std::invalid_argument.
  [[nodiscard]] Shard shard() const;
  /// The file of `--round`; empty for the first round.
  [[nodiscard]] const std::string& round_file() const { return round_; }

 private:
  std::string shard_, round_;
  std::optional<Option> option_;
};

/// Where a round's list and its shards are unless somebody says otherwise: results/round-2.json,
/// results/round-2/shard-3-of-16.sqlite.
std::filesystem::path round_file(int round);
std::filesystem::path shard_file(int round, const Shard& shard);

/// Reads a list that `merge` wrote. Throws std::runtime_error naming the file.
Round read_round(const std::filesystem::path& file);

/// Measures one shard of a round: of that of `--round`, else of the first looks of what is
/// selected.
ExitCode run_shard(const ShardOptions& which, const RunOptions& options, const Catalogue& all,
                   const Catalogue& selected, const StoreOption& store);

}  // namespace asymptest::cli
