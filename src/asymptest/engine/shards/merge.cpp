#include "asymptest/engine/shards/merge.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "asymptest/engine/proof_runner.hpp"
#include "asymptest/engine/runner.hpp"
#include "asymptest/engine/shards/shard_runner.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

namespace fs = std::filesystem;

struct OpenShard {
  fs::path file;
  Store store;
  StoredShard stored;

  [[nodiscard]] Shard shard() const { return {stored.number, stored.count}; }
};

std::vector<OpenShard> open_shards(std::span<const fs::path> files) {
  require(!files.empty(), "there are {} shards, expected at least 1", 0);
  std::vector<OpenShard> shards;
  for (const fs::path& file : files) {
    Store store = Store::open_existing(file);
    auto stored = store.shard();
    if (!stored) refuse_store(file, "is no shard, expected one of `asymptest run --shard`");
    shards.push_back({file, std::move(store), std::move(*stored)});
  }
  return shards;
}

/// In what two rounds differ, in a person's words.
std::string difference(const Round& a, const Round& b) {
  if (a.seed != b.seed) return fmt::format("of seed {}, not {}", b.seed, a.seed);
  if (a.tier != b.tier) return fmt::format("of tier {}, not {}", name_of(b.tier), name_of(a.tier));
  if (a.suite_alpha != b.suite_alpha) {
    return fmt::format("of alpha {}, not {}", b.suite_alpha, a.suite_alpha);
  }
  if (a.number != b.number) return fmt::format("of round {}, not {}", b.number, a.number);
  return "of a round of other trials or definitions";
}

Round common_round(const std::vector<OpenShard>& shards) {
  const StoredShard& first = shards.front().stored;
  const Round round = round_from_json(first.round);
  for (const OpenShard& one : shards) {
    if (one.stored.round != first.round) {
      refuse_store(one.file, fmt::format("is {} as '{}' is",
                                         difference(round, round_from_json(one.stored.round)),
                                         shards.front().file.string()));
    }
    if (one.stored.count != first.count) {
      refuse_store(one.file, fmt::format("is one of {} shards, not {} as '{}' is", one.stored.count,
                                         first.count, shards.front().file.string()));
    }
  }
  return round;
}

/// Each shard is there once.
void require_all_shards(const std::vector<OpenShard>& shards) {
  std::map<int, const OpenShard*> by_number;
  for (const OpenShard& one : shards) {
    const auto [known, is_new] = by_number.emplace(one.stored.number, &one);
    if (!is_new) {
      refuse_store(one.file, fmt::format("is shard {}, and so is '{}'", one.shard().text(),
                                         known->second->file.string()));
    }
  }
  std::vector<std::string> missing;
  for (int number = 1; number <= shards.front().stored.count; ++number) {
    if (by_number.count(number) == 0) {
      missing.push_back(Shard{number, shards.front().stored.count}.text());
    }
  }
  require(missing.empty(), "no store of shard {} is given, expected one of each shard",
          std::string_view(fmt::format("{}", fmt::join(missing, ", "))));
}

/// The cells of one design point of a shard.
struct MergedTask {
  const RoundTask* task = nullptr;
  std::vector<Cell> cells;
};

[[noreturn]] void refuse_gap(const OpenShard& from, const RoundTask& task, std::int64_t trial) {
  refuse_store(from.file, fmt::format("lacks trial {} of {} at {}; run shard {} again, which "
                                      "measures what is missing",
                                      trial, task.subject, task.point, from.shard().text()));
}

/// Exactly the share of the shard: nothing is missing, nothing else is there.
std::vector<MergedTask> cells_of(const OpenShard& from, const Round& part) {
  std::map<std::string, SubjectCells> loaded;
  std::vector<MergedTask> merged;
  for (const RoundTask& task : part.tasks) {
    const auto [subject, is_new] = loaded.try_emplace(task.subject);
    if (is_new) {
      if (from.store.digest(task.subject).value_or(task.digest) != task.digest) {
        refuse_store(from.file,
                     fmt::format("holds trials of another definition of '{}'", task.subject));
      }
      subject->second = from.store.load(task.subject, part.seed);
    }
    MergedTask one{&task, {}};
    for (const std::int64_t trial : task.trials) {
      const auto cell = subject->second[task.point].cell(trial);
      if (!cell) refuse_gap(from, task, trial);
      one.cells.push_back(*cell);
    }
    merged.push_back(std::move(one));
  }
  if (const std::int64_t others = from.store.count() - part.trials(); others != 0) {
    refuse_store(from.file, fmt::format("holds {} trials that are not in the share of shard {}",
                                        others, from.shard().text()));
  }
  return merged;
}

/// The store holds no other value of one of these trials.
void require_agreement(std::span<const MergedTask> tasks, std::uint64_t seed, const Store& store) {
  std::map<std::string, SubjectCells> loaded;
  for (const MergedTask& one : tasks) {
    const auto [subject, is_new] = loaded.try_emplace(one.task->subject);
    if (is_new) subject->second = store.load(one.task->subject, seed);
    const PointCells& known = subject->second[one.task->point];
    for (const Cell& cell : one.cells) {
      const auto value = known.value(cell.trial);
      require(!value || cell.failed() || *value == cell.value,
              "trial {} of {} at {} is {} in a shard and {} in the store, expected one value",
              cell.trial, one.task->subject, one.task->point, cell.value, value.value_or(0));
    }
  }
}

void write_tasks(std::span<const MergedTask> tasks, std::uint64_t seed, Store& store) {
  std::vector<CellBatch> batches;
  for (const MergedTask& one : tasks) {
    batches.push_back(
        {store.admit(one.task->subject, one.task->digest), one.task->point, one.cells});
  }
  store.write(seed, batches);
}

void copy_registrations(const OpenShard& from, const Round& part, Store& store) {
  std::set<std::string> seen;
  for (const RoundTask& task : part.tasks) {
    if (!seen.insert(task.subject).second) continue;
    for (const Registration& one : from.store.registrations(task.subject)) {
      if (one.digest == task.digest) store.merge_registration(task.subject, one);
    }
  }
}

void copy_proofs(const OpenShard& from, const Round& part, Store& store) {
  for (const std::string& id : part.proofs) {
    const auto outcome = from.store.proof(id, part.seed);
    if (!outcome) {
      refuse_store(from.file,
                   fmt::format("lacks proof '{}'; run shard {} again", id, from.shard().text()));
    }
    store.write_proof(id, part.seed, *outcome);
  }
}

void require_definitions_of_store(const Round& round, const Store& store) {
  for (const RoundTask& task : round.tasks) {
    require(store.digest(task.subject).value_or(task.digest) == task.digest,
            "the store to merge into holds trials of another definition of '{}'; name another "
            "--store",
            task.subject);
  }
}

/// What earlier rounds measured is in the store: no trial below the round's is missing.
void require_earlier_rounds(const Round& round, const Store& store) {
  std::map<std::string, SubjectCells> loaded;
  for (const RoundTask& task : round.tasks) {
    const auto [subject, is_new] = loaded.try_emplace(task.subject);
    if (is_new) subject->second = store.load(task.subject, round.seed);
    for (const std::int64_t trial : subject->second[task.point].missing(task.trials.back() + 1)) {
      require(std::ranges::binary_search(task.trials, trial),
              "the store to merge into lacks trial {} of {} at {}, which an earlier round than {} "
              "measured; merge that one first",
              trial, task.subject, task.point, round.number);
    }
  }
}

}  // namespace

Merged merge_shards(std::span<const fs::path> files, std::span<const Subject> suite,
                    std::span<const Proof* const> proofs, int jobs, Store& store) {
  const std::vector<OpenShard> shards = open_shards(files);
  Merged merged{.record = {}, .merged = common_round(shards), .next = {}};
  const Round& round = merged.merged;
  require_all_shards(shards);
  require_definitions(round, suite, proofs);
  require_definitions_of_store(round, store);
  require_earlier_rounds(round, store);
  std::vector<Round> parts;
  std::vector<std::vector<MergedTask>> tasks;
  for (const OpenShard& one : shards) parts.push_back(part_of(round, one.shard()));
  for (std::size_t i = 0; i < shards.size(); ++i) {
    tasks.push_back(cells_of(shards[i], parts[i]));
    require_agreement(tasks[i], round.seed, store);
  }
  store.begin_run(shards.front().store.provenance(round.seed, std::string(name_of(round.tier))),
                  round.suite_alpha);
  for (std::size_t i = 0; i < shards.size(); ++i) {
    copy_registrations(shards[i], parts[i], store);
    write_tasks(tasks[i], round.seed, store);
    copy_proofs(shards[i], parts[i], store);
  }
  const RunOptions options = round.options(jobs);
  merged.record = record_of_store(suite, options, store);
  merged.record.proofs = stored_proofs(proofs, round.seed, store);
  settle_uses(merged.record.proofs);
  std::vector<const Proof*> selected_proofs;
  for (const Proof* proof : proofs) {
    if (std::ranges::count(round.selected, proof->id) > 0) selected_proofs.push_back(proof);
  }
  merged.next = plan_round(round.number + 1, suite, selected_proofs, options, &store);
  return merged;
}

}  // namespace asymptest
