#include "learning/suprema/ball_ascent.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "asymptest/require/require.hpp"
#include "learning/separable/shallow_view.hpp"

namespace asymptest::learning {
namespace {

/// A step that gains less, relative, ends the ascent at a radius.
constexpr double least_gain = 1e-3;
constexpr int most_uphill_steps = 20;
/// Starts from which to climb.
constexpr std::size_t followed_starts = 2;
/// How far towards the linearised maximum a step goes: all the way, or less where that loses.
constexpr double shares[] = {1, 0.5, 0.25, 0.0625};

class Climber {
 public:
  Climber(const Network& centre, const Objective& objective)
      : centre_(centre), moved_(centre), objective_(objective) {}

  double value_at(Displacement direction, double radius) {
    bring_to_sphere(direction, radius);
    return evaluate(direction).value;
  }

  /// The end of an ascent within a radius; `at` becomes the displacement there.
  double climb(double radius, Displacement& at) {
    bring_to_sphere(at, radius);
    Ascended here = evaluate(at);
    for (int step = 0; step < most_uphill_steps; ++step) {
      const double before = here.value;
      if (!advance(radius, at, here) || here.value < before * (1 + least_gain)) break;
    }
    return here.value;
  }

 private:
  static void bring_to_sphere(Displacement& direction, double radius) {
    const double size = length(direction);
    for (auto& layer : direction) layer *= size > 0 ? radius / size : 0;
  }

  Ascended evaluate(const Displacement& displacement) {
    for (std::size_t layer = 0; layer < displacement.size(); ++layer) {
      moved_.weights[layer] = centre_.weights[layer] + displacement[layer];
    }
    return objective_(moved_);
  }

  bool advance(double radius, Displacement& at, Ascended& here) {
    Displacement target = here.gradient();
    if (length(target) == 0) return false;
    bring_to_sphere(target, radius);
    for (const double share : shares) {
      trial_.resize(at.size());
      for (std::size_t layer = 0; layer < at.size(); ++layer) {
        trial_[layer] = (1 - share) * at[layer] + share * target[layer];
      }
      bring_to_sphere(trial_, radius);
      Ascended there = evaluate(trial_);
      if (there.value <= here.value) continue;
      std::swap(at, trial_);
      here = std::move(there);
      return true;
    }
    return false;
  }

  const Network& centre_;
  Network moved_;
  const Objective& objective_;
  Displacement trial_;  // its memory is kept
};

}  // namespace

double length(const Displacement& displacement) {
  double square = 0;
  for (const auto& layer : displacement) square += layer.squaredNorm();
  return std::sqrt(square);
}

double ascend_in_ball(const Network& centre, double radius, const Objective& objective,
                      const std::vector<Displacement>& starts) {
  require_radius(radius);
  require(!starts.empty(), "ascend_in_ball: there are no starts, expected at least one");
  for (const Displacement& start : starts) {
    require_direction(centre, start, "start of ascend_in_ball");
  }
  Climber climber(centre, objective);
  std::vector<std::pair<double, std::size_t>> ranked;  // minus the value, so that the best is first
  for (std::size_t k = 0; k < starts.size(); ++k) {
    ranked.emplace_back(-climber.value_at(starts[k], radius), k);
  }
  std::sort(ranked.begin(), ranked.end());
  ranked.resize(std::min(ranked.size(), followed_starts));
  double best = std::max(objective(centre).value, -ranked.front().first);
  for (const auto& [score, start] : ranked) {
    Displacement at = starts[start];
    for (const double share : {0.25, 0.5, 1.0}) {
      best = std::max(best, climber.climb(share * radius, at));
    }
  }
  return best;
}

}  // namespace asymptest::learning
