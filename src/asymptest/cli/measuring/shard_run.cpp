#include "asymptest/cli/measuring/shard_run.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "asymptest/cli/output/progress_display.hpp"
#include "asymptest/cli/output/terminal.hpp"
#include "asymptest/engine/shards/shard_runner.hpp"

namespace asymptest::cli {
namespace {

void print_summary(const Round& round, const Shard& shard, const ShardSummary& summary) {
  fmt::print("Shard {} of round {}: {} trials, {} of them measured now", shard.text(), round.number,
             summary.trials, summary.measured);
  if (summary.failed > 0) fmt::print(", {} failed", summary.failed);
  if (summary.proofs > 0) fmt::print(", {} proofs checked", summary.proofs);
  fmt::print("; `asymptest merge` decides when all shards are measured\n");
}

}  // namespace

void ShardOptions::add_to(Command command) {
  const Option shard =
      command
          .add_option("--shard", shard_,
                      "Measure the I-th of N parts of the next looks' trials, as 3/16, and decide "
                      "nothing; `merge` does [that of Slurm's array or GTEST_SHARD_INDEX]")
          .expected(0, 1)
          .type_name("SHARD");
  const Option round =
      command
          .add_option("--round", round_,
                      "With --shard: the list of a later round, as `merge` wrote it")
          .type_name("FILE")
          .needs(shard);
  for (const char* name : {"--fresh", "--renew", "--json", "--point", "--trial"}) {
    shard.excludes(command.option(name));
  }
  for (const char* name : {"FILTER", "--only", "--tier", "--seed", "--alpha", "--trials"}) {
    round.excludes(command.option(name));
  }
  option_ = shard;
}

bool ShardOptions::given() const { return option_ && option_->count() > 0; }

Shard ShardOptions::shard() const {
  return shard_.empty() ? shard_of_environment([](const char* name) { return std::getenv(name); })
                        : parse_shard(shard_);
}

std::filesystem::path round_file(int round) { return fmt::format("results/round-{}.json", round); }

std::filesystem::path shard_file(int round, const Shard& shard) {
  return fmt::format("results/round-{}/shard-{}-of-{}.sqlite", round, shard.number, shard.count);
}

Round read_round(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(fmt::format("'{}' can't be read", file.string()));
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  try {
    return round_from_json(text);
  } catch (const std::invalid_argument& problem) {
    throw std::runtime_error(fmt::format("'{}': {}", file.string(), problem.what()));
  }
}

ExitCode run_shard(const ShardOptions& which, const RunOptions& options, const Catalogue& all,
                   const Catalogue& selected, const StoreOption& store_option) {
  const Shard shard = which.shard();
  const Round round = which.round_file().empty()
                          ? plan_round(1, all.suite, selected.proofs, options, nullptr)
                          : read_round(which.round_file());
  Store store = store_option.open(shard_file(round.number, shard));
  ShardSummary summary;
  {
    ProgressDisplay display(stderr, is_terminal(stderr), selected.suite.size());
    const Observer observer{
        [&](const Measuring& now) { display.measuring(now); },
        [](const SubjectRecord&, std::int64_t) {},
        [&](const Task& task, const SlowTrial& slow) { display.slow(task, slow); }};
    summary = measure_shard(all.suite, all.proofs, round, shard,
                            {.jobs = options.jobs, .limits = options.limits}, store, observer);
  }
  print_summary(round, shard, summary);
  return as_expected;
}

}  // namespace asymptest::cli
