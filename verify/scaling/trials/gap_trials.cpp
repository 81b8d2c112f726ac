#include "gap_trials.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "learning/geometry/torus.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;
using learning::uniform_torus_points;

constexpr double target_slope = 2 * std::numbers::pi;

/// The target cos(2πx₁ + phase).
double target(const Eigen::VectorXd& x, double phase) {
  return std::cos(target_slope * x(0) + phase);
}

struct FreshPoint {
  double loss = 0, distance = 0;
};

/// Calls `use` with the loss and the distance to the nearest sample of each fresh point.
template <class Use>
void for_fresh_points(const ConeLearner& learner, Index count, const Stream& random, Use use) {
  Stream draws = random.substream("samples"), fresh = random.substream("fresh");
  Stream noises = random.substream("noise");
  const double phase = target_slope * noises.uniform();
  const Eigen::MatrixXd samples = uniform_torus_points(learner.dimension, count, draws);
  Eigen::VectorXd labels(count);
  for (Index i = 0; i < count; ++i) {
    labels(i) = target(samples.col(i), phase) + learner.noise * noises.normal();
  }
  const Eigen::MatrixXd points = uniform_torus_points(learner.dimension, 64, fresh);
  for (Index q = 0; q < points.cols(); ++q) {
    const Eigen::ArrayXXd steps = (samples.colwise() - points.col(q)).array().abs();
    Index nearest = 0;
    const double distance =
        std::sqrt(steps.min(1 - steps).square().colwise().sum().minCoeff(&nearest));
    const double value = labels(nearest) + learner.slope * distance;
    use(FreshPoint{std::abs(value - target(points.col(q), phase)), distance});
  }
}

}  // namespace

Trial mean_gap(ConeLearner learner) {
  return [learner](const Point& at, Stream& random) {
    double sum = 0;
    for_fresh_points(learner, at.count("N"), random,
                     [&sum](const FreshPoint& point) { sum += point.loss; });
    return sum / 64;
  };
}

Trial largest_share_of_bound(ConeLearner learner, bool target_alone) {
  const double constant = target_slope + (target_alone ? 0 : learner.slope);
  return [learner, constant](const Point& at, Stream& random) {
    double largest = 0;
    for_fresh_points(learner, at.count("N"), random, [&](const FreshPoint& point) {
      largest = std::max(largest, point.loss / (constant * point.distance));
    });
    return largest;
  };
}

}  // namespace asymptest::scaling
