#include "asymptest/engine/cost_estimate.hpp"

#include <algorithm>

#include "asymptest/engine/execution/cost_model.hpp"
#include "asymptest/engine/track.hpp"

namespace asymptest {
namespace {

void add_first_look(CostEstimate& sum, const Track& track, const CostModel& model) {
  for (const Quota& quota : track.course.quotas()) {
    sum.first_trials += quota.trials;
    const double each = model.seconds(quota.at).value_or(0);
    sum.first_seconds += static_cast<double>(quota.trials) * each;
  }
}

void add_all_looks(CostEstimate& sum, const Subject& subject, const RunOptions& options,
                   const CostModel& model) {
  const std::int64_t most = options.most_trials.value_or(subject.claim->budget.most(options.tier));
  const Sweep& sweep = subject.sweep();
  for (const Point& at : sweep.design(options.tier, sweep.growth_steps(options.tier))) {
    const double each = model.seconds(at).value_or(0);
    sum.most_seconds += static_cast<double>(most) * each;
    sum.longest_trial = std::max(sum.longest_trial, each);
  }
}

}  // namespace

CostEstimate estimate_cost(std::span<const Subject> suite, const RunOptions& options,
                           const Store* store) {
  CostEstimate sum;
  std::deque<Track> tracks = make_tracks(suite, options);
  if (store != nullptr) load_cells(tracks, options, *store);
  for (const Track& track : tracks) {
    const Subject& subject = track.course.subject();
    if (!options.selected(subject)) continue;
    const CostModel model(subject, track.cells);
    ++(track.cells.empty() ? sum.unknown : sum.known);
    add_first_look(sum, track, model);
    add_all_looks(sum, subject, options, model);
  }
  return sum;
}

}  // namespace asymptest
