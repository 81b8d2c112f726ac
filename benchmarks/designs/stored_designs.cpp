#include "stored_designs.hpp"

#include <algorithm>
#include <cmath>

#include "asymptest/engine/track.hpp"
#include "asymptest/inference/design/sequential.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest::designs {
namespace {

constexpr double miss = 0.1;

bool is_decided(const GroupSequentialCourse& course) {
  const Status status = course.judgement().status;
  return status == Status::expected || status == Status::unexpected;
}

StoredCost cost_of(const Track& track, const RunOptions& options, double alpha) {
  const Subject& subject = track.course.subject();
  const Budget& budget = subject.claim->budget;
  const std::int64_t most = budget.most(options.tier);
  const auto looks = look_schedule(std::min(budget.first, most), most,
                                   subject.sweep().growth_steps(options.tier), alpha);
  const auto unextended =
      looks.size() - static_cast<std::size_t>(subject.sweep().growth_steps(options.tier));
  const double trials = static_cast<double>(most) * fixed_share(alpha, looks[unextended - 1].alpha);
  StoredCost cost{.subject = subject.name(), .sequential = track.course.seconds()};
  for (const PointTrials& point : track.course.trials()) {
    cost.fixed += trials * track.cells.at(point.at.key()).mean_seconds();
  }
  return cost;
}

}  // namespace

double fixed_share(double alpha, double last_level) {
  const double power = normal_quantile(miss);
  const double ratio =
      (normal_quantile(alpha / 2) + power) / (normal_quantile(last_level / 2) + power);
  return ratio * ratio;
}

std::vector<StoredCost> stored_costs(std::span<const Subject> suite, const RunOptions& options,
                                     const Store& store) {
  const double alpha = share_of(options.suite_alpha, suite.size());
  std::vector<StoredCost> costs;
  for (Track& track : make_tracks(suite, options)) {
    load_cells(track, options, store);
    advance(track);
    if (is_decided(track.course)) costs.push_back(cost_of(track, options, alpha));
  }
  return costs;
}

}  // namespace asymptest::designs
