#include "learning/geometry/torus.hpp"

#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numbers>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

void require_at_least_one(const char* what, double value) {
  require(value >= 1, "torus: {} is {}, expected at least 1", what, value);
}

}  // namespace

Eigen::MatrixXd uniform_torus_points(Eigen::Index dimension, Eigen::Index count, Stream& random) {
  require_at_least_one("dimension", static_cast<double>(dimension));
  require_at_least_one("count", static_cast<double>(count));
  Eigen::MatrixXd points(dimension, count);
  random.fill_uniform({points.data(), static_cast<std::size_t>(points.size())});
  return points;
}

double unit_ball_volume(int dimension) {
  require_at_least_one("dimension", dimension);
  const double half = 0.5 * dimension;
  return std::exp(half * std::log(std::numbers::pi) - boost::math::lgamma(half + 1));
}

double mean_nearest_torus_distance_law(int dimension, double count) {
  require_at_least_one("count", count);
  const double radius = std::pow(unit_ball_volume(dimension), -1.0 / dimension);
  const double inverse = 1.0 / dimension;
  return radius * std::tgamma(1 + inverse) * boost::math::tgamma_delta_ratio(count + 1, inverse);
}

double mean_nearest_torus_distance_remainder(int dimension, double count) {
  require_at_least_one("count", count);
  if (dimension == 1) return 0;
  const double ball_of_radius_half = unit_ball_volume(dimension) * std::pow(0.5, dimension);
  return 0.5 * (std::sqrt(dimension) - 1) * std::pow(1 - ball_of_radius_half, count);
}

}  // namespace asymptest::learning
