#include "interval_trials.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "learning/dimension/correlation_dimension.hpp"
#include "learning/dimension/local_directions.hpp"
#include "learning/dimension/maximum_likelihood.hpp"
#include "learning/dimension/two_nearest.hpp"

namespace asymptest::scaling {
namespace {

using learning::DimensionInterval;
using learning::HalfSamples;

DimensionInterval interval_of(Estimator estimator, int k, const Eigen::MatrixXd& points) {
  const HalfSamples halves(points.cols());
  const std::array neighbours{k};
  if (estimator == Estimator::correlation) {
    return learning::dimension_interval(
        learning::correlation_reciprocals(points, halves, neighbours, 1).col(0));
  }
  const auto lists = learning::nearest_others(points, learning::list_length(k, points.cols()), 1);
  if (estimator == Estimator::likelihood) {
    return learning::dimension_interval(
        learning::likelihood_reciprocals(lists, halves, neighbours).col(0));
  }
  if (estimator == Estimator::two_nearest) {
    return learning::dimension_interval(learning::two_nearest_reciprocals(lists, halves));
  }
  return learning::dimension_interval_with_bias(
      learning::direction_reciprocals(points, lists, halves, neighbours).col(0));
}

}  // namespace

Trial interval_holds(Estimator estimator, int k, DimensionLaw law,
                     std::function<double(const Point&)> truth) {
  return [=, law = std::move(law), truth = std::move(truth)](const Point& at, Stream& random) {
    const DimensionInterval found = interval_of(estimator, k, law(at, random));
    const double dimension = truth(at);
    return found.lower <= dimension && dimension <= found.upper ? 1.0 : 0.0;
  };
}

Eigen::MatrixXd points_of_circles(const Point& at, Stream& random) {
  Eigen::MatrixXd angles(at.count("d"), at.count("N"));
  for (double& angle : angles.reshaped()) angle = random.uniform(0, 2 * std::numbers::pi);
  Eigen::MatrixXd points(2 * angles.rows(), angles.cols());
  points << angles.array().cos().matrix(), angles.array().sin().matrix();
  return points;
}

}  // namespace asymptest::scaling
