#include "asymptest/engine/runner.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <deque>
#include <mutex>
#include <utility>

#include "asymptest/engine/execution/executor.hpp"
#include "asymptest/engine/records/claim_record.hpp"
#include "asymptest/engine/records/provenance.hpp"
#include "asymptest/engine/records/registration.hpp"
#include "asymptest/engine/track.hpp"

namespace asymptest {
namespace {

std::string command_for_fresh(std::span<const Subject> subjects) {
  std::string words = subjects.front().words();
  for (std::size_t i = 1; i < subjects.size(); ++i) {
    const bool same_file = subjects[i].claim->file == subjects[i - 1].claim->file;
    words += same_file ? "," + subjects[i].name() : " " + subjects[i].words();
  }
  return fmt::format("run `asymptest run {} --fresh` to measure {} anew, or name another --store",
                     words, subjects.size() == 1 ? "it" : "them");
}

// The first few of many names.
std::string some_of(const std::vector<std::string>& names) {
  constexpr std::size_t most = 4;
  if (names.size() <= most) return fmt::format("{}", fmt::join(names, ", "));
  return fmt::format("{} and {} more", fmt::join(names.begin(), names.begin() + most, ", "),
                     names.size() - most);
}

void refuse_stale(const std::deque<Track>& tracks) {
  std::vector<Subject> stale;
  std::vector<std::string> names;
  for (const Track& track : tracks) {
    if (!track.measures || !track.stale) continue;
    stale.push_back(track.course.subject());
    names.push_back(stale.back().name());
  }
  if (stale.empty()) return;
  constexpr std::size_t many = 4;
  throw StaleTrials(
      fmt::format("the store holds trials of another definition of {}, or of code or data that has "
                  "changed since; {}",
                  some_of(names),
                  names.size() > many ? "add --renew to measure those anew, or name another --store"
                                      : command_for_fresh(stale)),
      names);
}

void admit(Track& track, const RunOptions& options, Store& store) {
  const std::string name = track.course.subject().name();
  const std::string digest = track.course.subject().digest();
  if (options.fresh || (options.renew && track.stale)) {
    store.forget(name, digest, options.seed);
    track.cells.clear();
    track.stale = false;
  }
  track.number = store.admit(name, digest);
  if (track.cells.empty()) store.register_definition(name, digest);
  for (auto& [key, cells] : track.cells) cells.forget_failures();
}

/// The work of one round: what every unfinished track lacks for its next look.
struct Round {
  std::vector<Task> tasks;
  std::vector<Track*> owners;  ///< of each task
  std::int64_t trials = 0;
};

void add_missing(Round& round, Track& track, std::uint64_t seed) {
  for (Task& task : lacking_tasks(track, seed)) {
    round.trials += std::ssize(task.trials);
    track.awaited += std::ssize(task.trials);
    round.tasks.push_back(std::move(task));
    round.owners.push_back(&track);
  }
}

SubjectRecord record_of(const Track& track, const RunOptions& options) {
  SubjectRecord record = measured_record(track.course, options.tier, options.seed);
  if (std::string lacking = track.course.subject().lacking(); !lacking.empty()) {
    record.status_reason = std::move(lacking);
  } else if (track.stale) {
    record.status_reason = fmt::format(
        "the store holds trials of another definition of it, or of code or data that has changed "
        "since; {}",
        command_for_fresh({&track.course.subject(), 1}));
  } else if (!track.course.finished()) {
    record.status_reason = fmt::format("measured only in part; `{}` goes on", record.reproduce);
  }
  return record;
}

void announce(Track& track, const RunOptions& options, const Observer& observer) {
  if (!track.measures || track.record || !track.course.finished()) return;
  track.record = record_of(track, options);
  observer.decided(*track.record, track.measured);
}

/// Enters what has come in, and says which tracks have all that the round measures of them.
std::vector<Track*> enter(const Round& round, const std::vector<std::string>& keys,
                          std::span<const Finished> finished, std::vector<CellBatch>& batches) {
  std::vector<Track*> complete;
  for (const Finished& one : finished) {
    Track& track = *round.owners[one.task];
    for (const Cell& cell : one.cells) track.cells[keys[one.task]].set(cell);
    batches.push_back({track.number, keys[one.task], one.cells});
    track.measured += std::ssize(one.cells);
    track.awaited -= std::ssize(one.cells);
    if (track.awaited == 0) complete.push_back(&track);
  }
  return complete;
}

void measure_round(const Round& round, const RunOptions& options, Store& store,
                   const Observer& observer) {
  Measuring measuring{.total = round.trials};
  std::vector<std::string> keys;
  for (const Task& task : round.tasks) keys.push_back(task.at.key());
  MeasureOptions how{.jobs = options.jobs, .limits = options.limits};
  how.on_slow = [&](const SlowTrial& slow) { observer.slow(round.tasks[slow.task], slow); };
  options.executor(round.tasks, how, [&](std::span<const Finished> finished) {
    std::vector<CellBatch> batches;
    const std::vector<Track*> complete = enter(round, keys, finished, batches);
    for (const Finished& one : finished) measuring.done += std::ssize(one.cells);
    if (!finished.empty()) measuring.subject = round.tasks[finished.back().task].subject;
    store.write(options.seed, batches);
    for (Track* track : complete) {
      advance(*track);
      announce(*track, options, observer);
    }
    observer.measuring(measuring);
  });
}

Record record_of(std::deque<Track>& tracks, const RunOptions& options, Provenance provenance,
                 const Store& store) {
  Record record{.provenance = std::move(provenance), .alpha = options.suite_alpha};
  for (Track& track : tracks) {
    const Claim& claim = *track.course.subject().claim;
    if (record.claims.empty() || record.claims.back().id != claim.id) {
      record.claims.push_back(claim_record(claim));
      record.claims.back().tier = name_of(options.tier);
      add_registration(record.claims.back(), claim, store);
    }
    record.claims.back().subjects.push_back(track.record ? std::move(*track.record)
                                                         : record_of(track, options));
  }
  return record;
}

}  // namespace

Record run_suite(std::span<const Subject> suite, const RunOptions& options, Store& store,
                 const Observer& observer) {
  std::deque<Track> tracks = make_tracks(suite, options);
  load_cells(tracks, options, store);
  for (Track& track : tracks) {
    const Subject& subject = track.course.subject();
    track.measures = options.selected(subject) && subject.lacking().empty();
  }
  if (!options.fresh && !options.renew) refuse_stale(tracks);
  Provenance provenance = provenance_of_this_program(options.seed, options.tier);
  store.begin_run(provenance, options.suite_alpha);
  for (Track& track : tracks) {
    if (track.measures) admit(track, options, store);
  }
  for (;;) {
    advance_all(tracks, options.jobs);
    for (Track& track : tracks) announce(track, options, observer);
    Round round;
    for (Track& track : tracks) {
      if (track.measures) add_missing(round, track, options.seed);
    }
    if (round.tasks.empty()) break;
    measure_round(round, options, store, observer);
  }
  return record_of(tracks, options, std::move(provenance), store);
}

Record record_of_store(std::span<const Subject> suite, const RunOptions& options,
                       const Store& store) {
  std::deque<Track> tracks = make_tracks(suite, options);
  std::mutex reading;
  // One is read while others are decided, and what was read is let go: a store may hold more trials
  // than memory does.
  for_each_index(tracks.size(), options.jobs, [&](std::size_t i) {
    Track& track = tracks[i];
    {
      const std::lock_guard one_at_a_time(reading);
      load_cells(track, options, store);
    }
    advance(track);
    track.record = record_of(track, options);
    track.cells.clear();
    track.course.forget_trials();
  });
  return record_of(tracks, options,
                   store.provenance(options.seed, std::string(name_of(options.tier))), store);
}

}  // namespace asymptest
