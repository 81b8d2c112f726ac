#include "feature_trials.hpp"

#include <cmath>
#include <numbers>

#include "asymptest/linear_algebra/cholesky.hpp"
#include "learning/features/fourier_features.hpp"
#include "learning/features/relu_features.hpp"
#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/kernels/arc_cosine_kernel.hpp"

namespace asymptest::random_features {
namespace {

constexpr Eigen::Index dimension = 3, corner_count = 8;
constexpr double matching_scale = 0.5, stated_scale = 1;

Eigen::MatrixXd shifted_corners(Stream& random) {
  Eigen::MatrixXd points(corner_count, dimension);
  for (Eigen::Index i = 0; i < corner_count; ++i) {
    for (Eigen::Index k = 0; k < dimension; ++k) {
      points(i, k) = (((i >> k) & 1) != 0 ? 1 : -1) + random.uniform(-0.25, 0.25);
    }
  }
  return points;
}

Eigen::MatrixXd normal_frequencies(const Point& at, Stream& random) {
  return learning::gaussian_design(at.count("m"), dimension, 1, random);
}

Eigen::MatrixXd cauchy_frequencies(const Point& at, Stream& random) {
  Eigen::MatrixXd frequencies(at.count("m"), dimension);
  for (double& v : frequencies.reshaped()) {
    v = std::tan(std::numbers::pi * (random.uniform() - 0.5));
  }
  return frequencies;
}

/// K(queries, points) K(points, points)⁻¹.
Eigen::MatrixXd map_of(const Eigen::MatrixXd& across, const Eigen::MatrixXd& kernel) {
  return Cholesky(kernel).solve(across.transpose()).transpose();
}

/// Corners above, and as many fresh points below.
Eigen::MatrixXd corners_and_queries(Stream& random) {
  Eigen::MatrixXd both(2 * corner_count, dimension);
  both.topRows(corner_count) = shifted_corners(random);
  both.bottomRows(corner_count) = learning::gaussian_design(corner_count, dimension, 1, random);
  return both;
}

/// The map of a kernel between all of those and the corners.
Eigen::MatrixXd map_of(const Eigen::MatrixXd& kernel) {
  return map_of(kernel.bottomRows(corner_count), kernel.topRows(corner_count));
}

/// A_m − A at fresh points.
Eigen::MatrixXd difference_of_maps(const Eigen::MatrixXd& frequencies, double scale,
                                   Stream& random) {
  const Eigen::MatrixXd both = corners_and_queries(random), points = both.topRows(corner_count);
  return map_of(learning::fourier_kernel(both, points, frequencies)) -
         map_of(learning::gaussian_kernel(both, points, scale));
}

/// The same of ReLU features with biases.
Eigen::MatrixXd difference_of_relu_maps(const Eigen::MatrixXd& directions, Stream& random) {
  Eigen::MatrixXd both(2 * corner_count, dimension + 1);
  both << corners_and_queries(random), Eigen::VectorXd::Ones(2 * corner_count);
  const Eigen::MatrixXd points = both.topRows(corner_count);
  return map_of(learning::relu_feature_kernel(both, points, directions)) -
         map_of(learning::arc_cosine_kernel(both, points));
}

Eigen::MatrixXd normal_directions(const Point& at, Stream& random) {
  return learning::gaussian_design(at.count("m"), dimension + 1, 1, random);
}

double mean_square(const Eigen::MatrixXd& difference) {
  return difference.squaredNorm() / static_cast<double>(difference.rows());
}

Eigen::VectorXd random_signs(Eigen::Index count, Stream& random) {
  Eigen::VectorXd signs(count);
  for (double& sign : signs) sign = random.sign();
  return signs;
}

double largest_value(const Eigen::MatrixXd& difference, Stream& random) {
  return (difference * random_signs(difference.cols(), random)).cwiseAbs().maxCoeff();
}

double norm_excess_of(const Eigen::MatrixXd& frequencies, double scale, Stream& random) {
  const Eigen::MatrixXd points = shifted_corners(random);
  const Eigen::MatrixXd kernel = learning::fourier_kernel(points, points, frequencies);
  const Eigen::MatrixXd limit = learning::gaussian_kernel(points, points, scale);
  const Eigen::MatrixXd identity = Eigen::MatrixXd::Identity(corner_count, corner_count);
  const Eigen::MatrixXd inverse = Cholesky(kernel).solve(identity);
  const Eigen::MatrixXd limit_inverse = Cholesky(limit).solve(identity);
  return (inverse - limit_inverse).trace() +
         (limit_inverse * limit_inverse).cwiseProduct(kernel - limit).sum();
}

}  // namespace

double distance_to_kernel(const Point& at, Stream& random) {
  return mean_square(difference_of_maps(normal_frequencies(at, random), matching_scale, random));
}

double largest_distance_to_kernel(const Point& at, Stream& random) {
  return largest_value(difference_of_maps(normal_frequencies(at, random), matching_scale, random),
                       random);
}

double distance_to_kernel_as_stated(const Point& at, Stream& random) {
  return mean_square(difference_of_maps(normal_frequencies(at, random), stated_scale, random));
}

double largest_distance_to_kernel_as_stated(const Point& at, Stream& random) {
  return largest_value(difference_of_maps(normal_frequencies(at, random), stated_scale, random),
                       random);
}

double distance_with_cauchy_frequencies(const Point& at, Stream& random) {
  return mean_square(difference_of_maps(cauchy_frequencies(at, random), matching_scale, random));
}

double relu_distance_to_kernel(const Point& at, Stream& random) {
  return mean_square(difference_of_relu_maps(normal_directions(at, random), random));
}

double relu_distance_with_unit_directions(const Point& at, Stream& random) {
  return mean_square(
      difference_of_relu_maps(normal_directions(at, random).rowwise().normalized(), random));
}

double relu_distance_with_sign_directions(const Point& at, Stream& random) {
  return mean_square(difference_of_relu_maps(normal_directions(at, random).cwiseSign(), random));
}

double norm_excess(const Point& at, Stream& random) {
  return norm_excess_of(normal_frequencies(at, random), matching_scale, random);
}

double norm_excess_as_stated(const Point& at, Stream& random) {
  return norm_excess_of(normal_frequencies(at, random), stated_scale, random);
}

double norm_ratio_of_nested(const Point& at, Stream& random) {
  const Eigen::MatrixXd points = shifted_corners(random);
  const Eigen::VectorXd labels = random_signs(corner_count, random);
  const Eigen::Index m = at.count("m");
  const Eigen::MatrixXd features =
      learning::fourier_features(points, learning::gaussian_design(m + 1, dimension, 1, random));
  return learning::min_norm_squared(features, labels) /
         learning::min_norm_squared(features.leftCols(2 * m), labels);
}

double norm_ratio_of_fresh(const Point& at, Stream& random) {
  const Eigen::MatrixXd points = shifted_corners(random);
  const Eigen::VectorXd labels = random_signs(corner_count, random);
  const auto norm = [&] {
    return learning::min_norm_squared(
        learning::fourier_features(points, normal_frequencies(at, random)), labels);
  };
  const double before = norm();
  return norm() / before;
}

double scaled_norm_ratio(const Point& at, Stream& random) {
  const Eigen::Index p = at.count("p");
  const Eigen::MatrixXd design = learning::gaussian_design(corner_count, p + 1, 1, random);
  const Eigen::VectorXd labels = random_signs(corner_count, random);
  return (at["p"] + 1) * learning::min_norm_squared(design, labels) /
         (at["p"] * learning::min_norm_squared(design.leftCols(p), labels));
}

}  // namespace asymptest::random_features
