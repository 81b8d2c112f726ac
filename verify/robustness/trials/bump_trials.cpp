#include "bump_trials.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/smoothness/bump_interpolant.hpp"

namespace asymptest::robustness {
namespace {

using Eigen::Index;

Eigen::MatrixXd unit_points(const Point& at, Stream& random) {
  Eigen::MatrixXd points(at.count("d"), at.count("n"));
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points.colwise().normalized();
}

double largest_error(const Eigen::MatrixXd& points, double radius, Stream& random) {
  Eigen::VectorXd labels(points.cols());
  for (double& label : labels) label = random.sign();
  const learning::BumpInterpolant bumps(points, labels, radius);
  double error = 0;
  for (Index i = 0; i < points.cols(); ++i) {
    error = std::max(error, std::abs(bumps.at(points.col(i)) - labels(i)));
  }
  return error;
}

}  // namespace

double bump_interpolation_error(const Point& at, Stream& random) {
  const Eigen::MatrixXd points = unit_points(at, random);
  return largest_error(points, learning::least_separation(points) / 2, random);
}

double wide_bump_interpolation_error(const Point& at, Stream& random) {
  return largest_error(unit_points(at, random), 2 * std::numbers::sqrt2, random);
}

double bump_lipschitz(const Point& at, Stream& random) {
  return learning::bump_lipschitz_constant(unit_points(at, random));
}

double bump_lipschitz_on_circle(const Point& at, Stream&) {
  Eigen::MatrixXd points(2, at.count("n"));
  for (Index i = 0; i < points.cols(); ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / at["n"];
    points.col(i) << std::cos(angle), std::sin(angle);
  }
  return learning::bump_lipschitz_constant(points);
}

double fixed_features_lipschitz(const Point& at, Stream& random) {
  const Index n = at.count("n");
  return std::sqrt(
      learning::mean_min_norm_squared(learning::gaussian_design(n, 2 * n, 1 / at["d"], random)));
}

}  // namespace asymptest::robustness
