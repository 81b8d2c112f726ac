#include "memorisation_trials.hpp"

#include <algorithm>
#include <cmath>

#include "asymptest/linear_algebra/orthogonal.hpp"
#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::capacity {
namespace {

using Extended = long double;
using Matrix = Eigen::Matrix<Extended, Eigen::Dynamic, Eigen::Dynamic>;
using Vector = Eigen::Matrix<Extended, Eigen::Dynamic, 1>;

/// ⟨a, x_i⟩ in ascending order, for normal points and direction.
Eigen::VectorXd sorted_projections(const Point& at, Stream& random) {
  constexpr Eigen::Index dimension = 8;
  const Eigen::MatrixXd points = learning::gaussian_design(at.count("n"), dimension, 1, random);
  Eigen::VectorXd z = points * learning::gaussian_design(dimension, 1, 1, random);
  std::sort(z.begin(), z.end());
  return z;
}

Vector random_labels(Eigen::Index count, Stream& random) {
  Vector labels(count);
  for (Extended& label : labels) label = random.sign();
  return labels;
}

/// relu(z_i − b_j) with b_1 below all z, and b_j half-way from z_{j−1} to z_j.
Matrix unit_outputs(const Eigen::VectorXd& z) {
  const Eigen::Index n = z.size();
  Matrix outputs = Matrix::Zero(n, n);
  for (Eigen::Index j = 0; j < n; ++j) {
    const Extended bias = j == 0 ? z(0) - 1 : (Extended{z(j - 1)} + z(j)) / 2;
    for (Eigen::Index i = j; i < n; ++i) outputs(i, j) = z(i) - bias;
  }
  return outputs;
}

/// Of the best weights. Doubles are enough for a residual that doesn't vanish.
double least_squares_residual(const Matrix& outputs, const Vector& labels) {
  const Eigen::MatrixXd matrix = outputs.cast<double>();
  const Eigen::VectorXd target = labels.cast<double>();
  return (matrix * least_squares_of_least_norm(matrix, target) - target).cwiseAbs().maxCoeff();
}

}  // namespace

double residual_of_memorised(const Point& at, Stream& random) {
  const Matrix outputs = unit_outputs(sorted_projections(at, random));
  const Vector labels = random_labels(outputs.rows(), random);
  const Vector weights = outputs.triangularView<Eigen::Lower>().solve(labels);
  return static_cast<double>((outputs * weights - labels).cwiseAbs().maxCoeff());
}

double residual_of_half_the_units(const Point& at, Stream& random) {
  const Matrix outputs = unit_outputs(sorted_projections(at, random));
  const Vector labels = random_labels(outputs.rows(), random);
  return least_squares_residual(outputs.leftCols(outputs.cols() / 2), labels);
}

double residual_of_conflicting_labels(const Point& at, Stream& random) {
  Eigen::VectorXd z = sorted_projections(at, random);
  const Eigen::Index twin = z.size() / 2;
  z(twin) = z(twin - 1);
  Vector labels = random_labels(z.size(), random);
  labels(twin) = -labels(twin - 1);
  return least_squares_residual(unit_outputs(z), labels);
}

}  // namespace asymptest::capacity
