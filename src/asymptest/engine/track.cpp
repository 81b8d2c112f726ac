#include "asymptest/engine/track.hpp"

#include "asymptest/engine/execution/cost_model.hpp"
#include "asymptest/inference/design/sequential.hpp"

namespace asymptest {
namespace {

/// Trials whose cost nobody knows yet go first: they may be the longest.
constexpr double unknown_cost = 1e9;

bool lacks_trials(const Track& track) {
  for (const Quota& quota : track.course.quotas()) {
    const auto at = track.cells.find(quota.key);
    if (at == track.cells.end() || !at->second.missing(quota.trials).empty()) return true;
  }
  return false;
}

double expected_cost(const CostModel& model, const Subject& subject, const Point& at) {
  return model.seconds(at).value_or(unknown_cost * trial_size(subject, at));
}

}  // namespace

std::deque<Track> make_tracks(std::span<const Subject> suite, const RunOptions& options) {
  const double alpha = share_of(options.suite_alpha, suite.size());
  const GroupSequentialLimits limits{options.tier, alpha, options.most_trials};
  std::deque<Track> tracks;
  for (const Subject& subject : suite) {
    tracks.push_back(
        {.course = GroupSequentialCourse(subject, limits, options.decider), .cells = {}});
  }
  return tracks;
}

void load_cells(Track& track, const RunOptions& options, const Store& store) {
  const Subject& subject = track.course.subject();
  if (!options.others && !options.selected(subject)) return;
  const auto digest = store.digest(subject.name());
  track.stale = digest && *digest != subject.digest();
  if (!track.stale) track.cells = store.load(subject.name(), options.seed);
}

void load_cells(std::deque<Track>& tracks, const RunOptions& options, const Store& store) {
  for (Track& track : tracks) load_cells(track, options, store);
}

void advance(Track& track) {
  while (!track.course.finished() && !lacks_trials(track)) track.course.look(track.cells);
}

void advance_all(std::deque<Track>& tracks, int jobs) {
  for_each_index(tracks.size(), jobs, [&](std::size_t i) { advance(tracks[i]); });
}

std::vector<Task> lacking_tasks(const Track& track, std::uint64_t seed) {
  static const PointCells nothing;
  const Subject& subject = track.course.subject();
  const CostModel model(subject, track.cells);
  std::vector<Task> tasks;
  for (const Quota& quota : track.course.quotas()) {
    const auto known = track.cells.find(quota.key);
    const PointCells& cells = known == track.cells.end() ? nothing : known->second;
    std::vector<std::int64_t> missing = cells.missing(quota.trials);
    if (missing.empty()) continue;
    tasks.push_back({.measure = &subject.trial(),
                     .subject = subject.name(),
                     .seed = seed,
                     .at = quota.at,
                     .trials = std::move(missing),
                     .cost = expected_cost(model, subject, quota.at)});
  }
  return tasks;
}

}  // namespace asymptest
