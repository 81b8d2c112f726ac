#include "asymptest/engine/shards/shard_runner.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "asymptest/engine/execution/executor.hpp"
#include "asymptest/engine/proof_runner.hpp"
#include "asymptest/engine/records/provenance.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

using SubjectsByName = std::map<std::string, Subject>;

SubjectsByName subjects_by_name(std::span<const Subject> suite) {
  SubjectsByName subjects;
  for (const Subject& subject : suite) subjects.emplace(subject.name(), subject);
  return subjects;
}

/// The shard's tasks that its store lacks, and the number of each one's subject there.
struct ShardWork {
  std::vector<Task> tasks;
  std::vector<std::int64_t> numbers;
};

/// Those of `trials` that are not finished.
std::vector<std::int64_t> unfinished(const std::vector<std::int64_t>& trials,
                                     const SubjectCells& cells, const std::string& point) {
  const auto at = cells.find(point);
  if (at == cells.end()) return trials;
  std::vector<std::int64_t> left;
  for (const std::int64_t trial : trials) {
    if (!at->second.value(trial)) left.push_back(trial);
  }
  return left;
}

ShardWork work_of(const Round& part, const SubjectsByName& subjects, Store& store) {
  ShardWork work;
  std::map<std::string, std::pair<std::int64_t, SubjectCells>> stored;
  double cost = static_cast<double>(part.tasks.size());  // the round's order, costliest first
  for (const RoundTask& task : part.tasks) {
    const auto [known, is_new] = stored.try_emplace(task.subject);
    if (is_new) {
      known->second = {store.admit(task.subject, task.digest), store.load(task.subject, part.seed)};
      store.register_definition(task.subject, task.digest);
    }
    auto trials = unfinished(task.trials, known->second.second, task.point);
    if (trials.empty()) continue;
    work.tasks.push_back({.measure = &subjects.at(task.subject).trial(),
                          .subject = task.subject,
                          .seed = part.seed,
                          .at = Point::parse(task.point),
                          .trials = std::move(trials),
                          .cost = cost--});
    work.numbers.push_back(known->second.first);
  }
  return work;
}

/// How many of the measured trials failed.
std::int64_t measure_work(const ShardWork& work, std::uint64_t seed, MeasureOptions how,
                          Store& store, const Observer& observer) {
  Measuring measuring;
  for (const Task& task : work.tasks) measuring.total += std::ssize(task.trials);
  std::vector<std::string> keys;
  for (const Task& task : work.tasks) keys.push_back(task.at.key());
  std::int64_t failed = 0;
  how.on_slow = [&](const SlowTrial& slow) { observer.slow(work.tasks[slow.task], slow); };
  measure(work.tasks, how, [&](std::span<const Finished> finished) {
    std::vector<CellBatch> batches;
    for (const Finished& one : finished) {
      batches.push_back({work.numbers[one.task], keys[one.task], one.cells});
      measuring.done += std::ssize(one.cells);
      measuring.subject = work.tasks[one.task].subject;
      failed += std::ranges::count_if(one.cells, &Cell::failed);
    }
    store.write(seed, batches);
    observer.measuring(measuring);
  });
  return failed;
}

std::vector<const Proof*> named_proofs(const std::vector<std::string>& ids,
                                       std::span<const Proof* const> proofs) {
  std::vector<const Proof*> named;
  for (const Proof* proof : proofs) {
    if (std::ranges::count(ids, proof->id) > 0) named.push_back(proof);
  }
  return named;
}

}  // namespace

void require_definitions(const Round& round, std::span<const Subject> suite,
                         std::span<const Proof* const> proofs) {
  const SubjectsByName subjects = subjects_by_name(suite);
  std::set<std::string> names;
  for (const auto& [name, subject] : subjects) names.insert(name);
  for (const Proof* proof : proofs) names.insert(proof->id);
  for (const std::string& name : round.selected) {
    require(names.count(name) != 0, "the round decides '{}', which this program doesn't have",
            name);
  }
  for (const std::string& id : round.proofs) {
    require(names.count(id) != 0, "the round checks '{}', which this program doesn't have", id);
  }
  for (const RoundTask& task : round.tasks) {
    const auto subject = subjects.find(task.subject);
    require(
        subject != subjects.end() && subject->second.digest() == task.digest,
        "the round measures another definition of '{}' than this program's, or other code; plan "
        "it anew",
        task.subject);
    require(Point::parse(task.point).key() == task.point,
            "the round's point is '{}', expected the key of a design point", task.point);
  }
}

ShardSummary measure_shard(std::span<const Subject> suite, std::span<const Proof* const> proofs,
                           const Round& round, const Shard& shard, const MeasureOptions& how,
                           Store& store, const Observer& observer) {
  require_definitions(round, suite, proofs);
  store.become({shard.number, shard.count, to_json(round)});
  store.begin_run(provenance_of_this_program(round.seed, round.tier), round.suite_alpha);
  const Round part = part_of(round, shard);
  const ShardWork work = work_of(part, subjects_by_name(suite), store);
  ShardSummary summary{.trials = part.trials()};
  for (const Task& task : work.tasks) summary.measured += std::ssize(task.trials);
  summary.failed = measure_work(work, round.seed, how, store, observer);
  const std::vector<const Proof*> mine = named_proofs(part.proofs, proofs);
  check_proofs(mine, round.seed, how.jobs, store);
  summary.proofs = mine.size();
  return summary;
}

}  // namespace asymptest
