#include "rigor/networks/deep_network.hpp"

#include <cmath>

#include "asymptest/require/require.hpp"
#include "rigor/matrices/entrywise.hpp"
#include "rigor/matrices/plain_product.hpp"
#include "rigor/matrices/tanh.hpp"

namespace asymptest::rigor {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Column r times v_r.
IntervalMatrix columns_scaled(const IntervalMatrix& a, const VectorXd& weights) {
  IntervalMatrix result(a.rows(), a.cols());
  for (Index j = 0; j < a.cols(); ++j) {
    for (Index i = 0; i < a.rows(); ++i) result.set(i, j, Interval(weights(j)) * a(i, j));
  }
  return result;
}

/// Σ of squares of all entries of a − b.
Interval squared_distance(const MatrixXd& a, const MatrixXd& b) {
  Interval sum = 0;
  for (Index j = 0; j < a.cols(); ++j) {
    for (Index i = 0; i < a.rows(); ++i) sum += square(Interval(a(i, j)) - Interval(b(i, j)));
  }
  return sum;
}

MatrixXd draw_normals(Index rows, Index cols, const std::function<double()>& normal) {
  MatrixXd values(rows, cols);
  for (Index i = 0; i < rows; ++i) {
    for (Index j = 0; j < cols; ++j) values(i, j) = normal();
  }
  return values;
}

VectorXd draw_signs(Index size, const std::function<double()>& normal) {
  VectorXd signs(size);
  for (double& sign : signs) sign = normal() < 0 ? -1.0 : 1.0;
  return signs;
}

void orthonormalise_rows(MatrixXd& rows) {
  for (Index i = 0; i < rows.rows(); ++i) {
    for (Index j = 0; j < i; ++j) rows.row(i) -= rows.row(i).dot(rows.row(j)) * rows.row(j);
    rows.row(i).normalize();
  }
}

MatrixXd tanh_of_entries(MatrixXd a) {
  for (Index k = 0; k < a.size(); ++k) a.data()[k] = std::tanh(a.data()[k]);
  return a;
}

/// The last hidden layer's values in plain arithmetic, n × m.
MatrixXd plain_values(const DeepProblem& problem) {
  const double scale = 1 / std::sqrt(static_cast<double>(problem.width()));
  const MatrixXd features =
      scale * tanh_of_entries(plain_product(problem.first, problem.inputs.transpose()));
  return tanh_of_entries(plain_product(problem.second, features)).transpose();
}

/// m^{-1/2}.
Interval layer_scale(const DeepProblem& problem) {
  return Interval(1) / sqrt(Interval(static_cast<double>(problem.width())));
}

/// tanh(U x_i), a row each.
IntervalMatrix values_of_first(const DeepProblem& problem) {
  return tanh_of(product(problem.inputs, MatrixXd(problem.first.transpose())));
}

/// tanh(W φ_i), a row each. The large matrix is exact, on the left and as it is: its copies, with
/// zeros for radii, cost as much as the rest.
IntervalMatrix values_of_second(const DeepProblem& problem, const IntervalMatrix& features) {
  return tanh_of(product(problem.second, features.transpose()).transpose());
}

IntervalMatrix residuals_of(const DeepProblem& problem, const IntervalMatrix& values) {
  return scaled(product(values, MatrixXd(problem.output)), layer_scale(problem)) -
         IntervalMatrix(MatrixXd(problem.labels));
}

}  // namespace

void validate(const DeepProblem& problem) {
  const Index m = problem.width();
  require(
      problem.samples() != 0 && problem.dimension() != 0 && m != 0,
      "network with two hidden layers: expected at least one input, one dimension and one neuron");
  require(problem.labels.size() == problem.samples(),
          "network with two hidden layers: {} labels for {} inputs", problem.labels.size(),
          problem.samples());
  require(problem.first.cols() == problem.dimension() && problem.second.rows() == m &&
              problem.second.cols() == m && problem.output.size() == m,
          "network with two hidden layers: weights of shapes {} x {}, {} x {} and {}: expected m x "
          "{}, m x m and m",
          problem.first.rows(), problem.first.cols(), problem.second.rows(), problem.second.cols(),
          problem.output.size(), problem.dimension());
  const bool finite = problem.inputs.allFinite() && problem.labels.allFinite() &&
                      problem.first.allFinite() && problem.second.allFinite() &&
                      problem.output.allFinite();
  require(finite, "network with two hidden layers: an entry is infinite or not a number");
}

IntervalMatrix residuals(const DeepProblem& problem) {
  validate(problem);
  const IntervalMatrix features = scaled(values_of_first(problem), layer_scale(problem));
  return residuals_of(problem, values_of_second(problem, features));
}

DeepLinearisation linearise(const DeepProblem& problem) {
  validate(problem);
  const Interval scale = layer_scale(problem);
  const IntervalMatrix first_values = values_of_first(problem);
  DeepLinearisation at;
  at.features = scaled(first_values, scale);
  at.values = values_of_second(problem, at.features);
  at.residuals = residuals_of(problem, at.values);
  at.slopes = scaled(columns_scaled(entrywise(at.values, slope_from_value), problem.output), scale);
  at.pulled_back = product(at.slopes, problem.second);
  at.last_kernel =
      gram(scaled(at.values, scale)) + entrywise_product(gram(at.slopes), gram(at.features));
  const IntervalMatrix below =
      scaled(entrywise_product(entrywise(first_values, slope_from_value), at.pulled_back), scale);
  at.first_kernel = entrywise_product(gram(below), gram(problem.inputs));
  return at;
}

double distance_upper_bound(const DeepProblem& a, const DeepProblem& b) {
  return sqrt(squared_distance(a.first, b.first) + squared_distance(a.second, b.second) +
              squared_distance(a.output, b.output))
      .upper();
}

DeepProblem random_deep_problem(const DeepSizes& sizes, const std::function<double()>& normal) {
  require(sizes.samples >= 1 && sizes.samples <= sizes.dimension && sizes.samples < sizes.width,
          "network with two hidden layers: {} samples of dimension {} at width {}: expected 1 <= "
          "samples <= dimension, samples < width",
          sizes.samples, sizes.dimension, sizes.width);
  DeepProblem problem;
  problem.inputs = draw_normals(sizes.samples, sizes.dimension, normal);
  orthonormalise_rows(problem.inputs);
  problem.labels = draw_signs(sizes.samples, normal);
  problem.first = draw_normals(sizes.width, sizes.dimension, normal);
  problem.second = draw_normals(sizes.width, sizes.width, normal);
  problem.output = draw_signs(sizes.width, normal);
  MatrixXd directions = plain_values(problem);
  orthonormalise_rows(directions);
  for (int pass = 0; pass < 2; ++pass) {  // twice is enough to be orthogonal
    for (Index i = 0; i < directions.rows(); ++i) {
      problem.output -= directions.row(i).dot(problem.output) * directions.row(i).transpose();
    }
  }
  return problem;
}

}  // namespace asymptest::rigor
