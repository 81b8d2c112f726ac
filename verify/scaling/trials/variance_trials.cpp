#include "variance_trials.hpp"

#include <cmath>
#include <numbers>

#include "asymptest/linear_algebra/cholesky.hpp"
#include "learning/interpolation/min_norm_regression.hpp"
#include "verify/shared/smooth_manifold.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Index features = 16;
constexpr Index training_points = 24, test_points = 16;
constexpr double ridge = 1;

/// exp(−|x − y|²/2) for the points' columns.
MatrixXd gaussian_kernel(const MatrixXd& points) {
  MatrixXd kernel = points.transpose() * points;
  const VectorXd squares = kernel.diagonal();
  kernel = 2 * kernel;
  kernel.colwise() -= squares;
  kernel.rowwise() -= squares.transpose();
  return (kernel / 2).array().exp().matrix();
}

/// Its estimate (2/m) Σ cos(⟨w, x⟩ + b) cos(⟨w, y⟩ + b) from m features (Rahimi, Recht 2007).
MatrixXd fourier_kernel(const MatrixXd& points, Index count, Stream random) {
  const MatrixXd weights = normal_matrix(points.rows(), count, random);
  VectorXd phases(count);
  for (double& phase : phases) phase = 2 * std::numbers::pi * random.uniform();
  MatrixXd angles = weights.transpose() * points;
  angles.colwise() += phases;
  const MatrixXd values = angles.array().cos().matrix();
  return 2 / static_cast<double>(count) * (values.transpose() * values);
}

struct Excess {
  double whole = 0, linear = 0;
};

/// loss(K + δ) − loss(K) and its derivative along δ; training points first.
Excess excess_loss(const MatrixXd& kernel, const MatrixXd& change, const VectorXd& labels) {
  const auto predict = [&](const MatrixXd& of) -> VectorXd {
    const MatrixXd train = of.topLeftCorner(training_points, training_points) +
                           ridge * MatrixXd::Identity(training_points, training_points);
    return of.bottomLeftCorner(test_points, training_points) *
           Cholesky(train).solve(labels.head(training_points));
  };
  const MatrixXd train = kernel.topLeftCorner(training_points, training_points) +
                         ridge * MatrixXd::Identity(training_points, training_points);
  const Cholesky factor(train);
  const VectorXd weights = factor.solve(labels.head(training_points));
  const VectorXd along =
      change.topLeftCorner(training_points, training_points).selfadjointView<Eigen::Lower>() *
      weights;
  const VectorXd moved =
      change.bottomLeftCorner(test_points, training_points) * weights -
      kernel.bottomLeftCorner(test_points, training_points) * factor.solve(along);
  const VectorXd error = predict(kernel) - labels.tail(test_points);
  const VectorXd other = predict(kernel + change) - labels.tail(test_points);
  const auto count = static_cast<double>(test_points);
  return {(other.squaredNorm() - error.squaredNorm()) / count, 2 * error.dot(moved) / count};
}

Excess with_features(Index count, const Stream& random) {
  Stream draws = random.substream("points");
  const MatrixXd points = normal_matrix(2, training_points + test_points, draws);
  const MatrixXd kernel = gaussian_kernel(points);
  const VectorXd labels = (2 * points.row(0).transpose().array()).sin().matrix();
  return excess_loss(kernel, fourier_kernel(points, count, random.substream("features")) - kernel,
                     labels);
}

}  // namespace

double least_squares_excess(const Point& at, Stream& random) {
  return learning::mean_min_norm_squared(
      learning::gaussian_design(features, at.count("N"), 1, random));
}

double least_squares_excess_of_uneven_samples(const Point& at, Stream& random) {
  MatrixXd design = learning::gaussian_design(features, at.count("N"), 1, random);
  for (Index i = 0; i < design.cols(); ++i) {
    design.col(i) *= std::sqrt(random.sign() > 0 ? 0.25 : 1.75);
  }
  return learning::mean_min_norm_squared(design);
}

double random_features_excess(const Point& at, Stream& random) {
  const Excess excess = with_features(at.count("m"), random);
  return excess.whole - excess.linear;
}

double repeated_features_excess(const Point& at, Stream& random) {
  const Excess excess = with_features(static_cast<Index>(std::sqrt(at["m"])), random);
  return excess.whole - excess.linear;
}

double random_features_linear_part(const Point& at, Stream& random) {
  return with_features(at.count("m"), random).linear;
}

}  // namespace asymptest::scaling
