#include "asymptest/engine/shards/round.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "asymptest/engine/track.hpp"

namespace asymptest {
namespace {

/// All tasks of the selected tracks, the costliest trials first.
std::vector<RoundTask> lacking_of_all(const std::deque<Track>& tracks, const RunOptions& options) {
  std::vector<std::pair<double, RoundTask>> tasks;
  for (const Track& track : tracks) {
    const Subject& subject = track.course.subject();
    if (!options.selected(subject) || !subject.lacking().empty()) continue;
    const std::string digest = subject.digest();
    for (Task& task : lacking_tasks(track, options.seed)) {
      tasks.push_back({task.cost, {task.subject, digest, task.at.key(), std::move(task.trials)}});
    }
  }
  std::stable_sort(tasks.begin(), tasks.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<RoundTask> sorted;
  for (auto& [cost, task] : tasks) sorted.push_back(std::move(task));
  return sorted;
}

}  // namespace

std::int64_t Round::trials() const {
  std::int64_t sum = 0;
  for (const RoundTask& task : tasks) sum += std::ssize(task.trials);
  return sum;
}

RunOptions Round::options(int jobs) const {
  RunOptions options{.tier = tier,
                     .seed = seed,
                     .jobs = jobs,
                     .suite_alpha = suite_alpha,
                     .most_trials = most_trials};
  const std::set<std::string> names(selected.begin(), selected.end());
  options.selected = [names](const Subject& subject) { return names.count(subject.name()) != 0; };
  return options;
}

Round plan_round(int number, std::span<const Subject> suite, std::span<const Proof* const> proofs,
                 const RunOptions& options, const Store* store) {
  Round round{.number = number,
              .tier = options.tier,
              .seed = options.seed,
              .suite_alpha = options.suite_alpha,
              .most_trials = options.most_trials};
  std::deque<Track> tracks = make_tracks(suite, options);
  if (store != nullptr) load_cells(tracks, options, *store);
  advance_all(tracks, options.jobs);
  for (const Subject& subject : suite) {
    if (options.selected(subject)) round.selected.push_back(subject.name());
  }
  for (const Proof* proof : proofs) {
    round.selected.push_back(proof->id);
    if (number == 1) round.proofs.push_back(proof->id);
  }
  round.tasks = lacking_of_all(tracks, options);
  return round;
}

Round part_of(const Round& round, const Shard& shard) {
  Round part = round;
  int turn = 0;  // whose it is: 0 … count − 1
  const auto mine = [&] {
    return std::exchange(turn, (turn + 1) % shard.count) == shard.number - 1;
  };
  for (RoundTask& task : part.tasks) {
    std::erase_if(task.trials, [&](std::int64_t) { return !mine(); });
  }
  std::erase_if(part.tasks, [](const RoundTask& task) { return task.trials.empty(); });
  std::erase_if(part.proofs, [&](const std::string&) { return !mine(); });
  return part;
}

}  // namespace asymptest
