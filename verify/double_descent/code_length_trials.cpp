#include "code_length_trials.hpp"

#include <cmath>

#include "asymptest/linear_algebra/cholesky.hpp"
#include "learning/features/fourier_features.hpp"
#include "learning/interpolation/min_norm_regression.hpp"
#include "ridgeless_trials.hpp"

namespace asymptest::double_descent {
namespace {

double gaussian_rate(double squared_norm) { return std::log2(1 + 100 * squared_norm) / 2; }

struct SlopeProblem {
  Eigen::MatrixXd samples, queries, frequencies;

  SlopeProblem(const Point& at, Stream& random) {
    constexpr Eigen::Index dimension = 4, query_count = 32;
    samples = learning::gaussian_design(at.count("n"), dimension, 1, random);
    queries = learning::gaussian_design(query_count, dimension, 1, random);
    frequencies = learning::gaussian_design(at.count("N") / 2, dimension, 1, random);
  }

  /// Of labels y ↦ weights `fit`·y: Σ_k ‖∂_k φ(queries)·fit‖² over the number of queries.
  [[nodiscard]] double mean_square_of(const Eigen::MatrixXd& fit) const {
    double sum = 0;
    for (Eigen::Index k = 0; k < queries.cols(); ++k) {
      sum += (learning::fourier_derivatives(queries, frequencies, k) * fit).squaredNorm();
    }
    return sum / static_cast<double>(queries.rows());
  }
};

}  // namespace

double bits_per_weight(const Point& at, Stream& random) {
  return gaussian_rate(solution_norm(at, random));
}

double bits_per_weight_of_tuned_ridge(const Point& at, Stream& random) {
  return gaussian_rate(norm_of_tuned_ridge(at, random));
}

double bits_in_all(const Point& at, Stream& random) {
  return at["p"] * bits_per_weight(at, random);
}

double squared_slope(const Point& at, Stream& random) {
  const SlopeProblem problem(at, random);
  const Eigen::MatrixXd features = learning::fourier_features(problem.samples, problem.frequencies);
  const Eigen::Index n = features.rows();
  return problem.mean_square_of(
      learning::min_norm_solution(features, Eigen::MatrixXd::Identity(n, n)));
}

double squared_slope_of_heavy_ridge(const Point& at, Stream& random) {
  constexpr double penalty = 1e5;
  const SlopeProblem problem(at, random);
  const Eigen::MatrixXd features = learning::fourier_features(problem.samples, problem.frequencies);
  Eigen::MatrixXd shifted = features * features.transpose();
  shifted.diagonal().array() += penalty;
  return problem.mean_square_of(Cholesky(shifted).solve(features).transpose());
}

}  // namespace asymptest::double_descent
