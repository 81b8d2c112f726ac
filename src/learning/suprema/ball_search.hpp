#pragma once

#include <Eigen/Core>
#include <algorithm>
#include <functional>

#include "asymptest/random/stream.hpp"
#include "learning/networks/gradient.hpp"

namespace asymptest::learning {

/// For tests: the largest value of `objective` that a random search finds in the ball around the
/// network's weights. It knows nothing of the objective: from each of `starts` random points it
/// takes random steps that halve whenever 20 in a row fail to improve.
inline double ball_search(const Network& centre, double radius,
                          const std::function<double(const Network&)>& objective, Stream random,
                          int starts = 8) {
  const Eigen::VectorXd origin = flatten(centre.weights);
  Network moved = centre;
  const auto random_vector = [&] {
    Eigen::VectorXd vector(origin.size());
    random.fill_normal({vector.data(), static_cast<std::size_t>(vector.size())});
    return vector;
  };
  const auto at = [&](const Eigen::VectorXd& displacement) {
    unflatten(origin + displacement, moved.weights);
    return objective(moved);
  };
  const auto into_ball = [&](const Eigen::VectorXd& vector) -> Eigen::VectorXd {
    return vector * std::min(1.0, radius / vector.norm());
  };
  double best = objective(centre);
  for (int start = 0; start < starts; ++start) {
    Eigen::VectorXd here = into_ball(radius * random_vector());
    double value = at(here);
    int failures = 0;
    for (double step = radius; step > 1e-7 * radius;) {
      const Eigen::VectorXd trial = into_ball(here + step * random_vector());
      const double there = at(trial);
      if (there > value) {
        here = trial, value = there, failures = 0;
      } else if (++failures == 20) {
        step /= 2, failures = 0;
      }
    }
    best = std::max(best, value);
  }
  return best;
}

}  // namespace asymptest::learning
