#include "tightness_trials.hpp"

#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/smoothness/lipschitz.hpp"

namespace asymptest::robustness {
namespace {

using Eigen::Index;

constexpr Index samples = 16;
constexpr double ambient_dimension = 8192;

double lipschitz_of_alternating_labels(const Eigen::MatrixXd& points) {
  Eigen::VectorXd labels(points.cols());  // the samples are exchangeable
  for (Index i = 0; i < points.cols(); ++i) labels(i) = i % 2 == 0 ? 1 : -1;
  return learning::least_lipschitz_constant(points, labels);
}

}  // namespace

double projected_lipschitz(const Point& at, Stream& random) {
  return lipschitz_of_alternating_labels(
      learning::gaussian_design(at.count("D"), samples, 1 / ambient_dimension, random));
}

double projected_lipschitz_on_a_subspace(const Point& at, Stream& random) {
  constexpr Index used_axes = 64;
  Eigen::MatrixXd points = Eigen::MatrixXd::Zero(at.count("D"), samples);
  points.topRows(used_axes) =
      learning::gaussian_design(used_axes, samples, 1.0 / used_axes, random);
  return lipschitz_of_alternating_labels(points);
}

}  // namespace asymptest::robustness
