#include "ridgeless_trials.hpp"

#include <algorithm>
#include <cmath>

#include "asymptest/linear_algebra/cholesky.hpp"
#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/interpolation/ridgeless_risk.hpp"

namespace asymptest::double_descent {
namespace {

Eigen::MatrixXd ridgeless_design(const Point& at, Stream& random) {
  return learning::gaussian_design(at.count("n"), at.count("p"), 1, random);
}

Eigen::MatrixXd uneven_design(const Point& at, Stream& random) {
  Eigen::MatrixXd design = ridgeless_design(at, random);
  for (Eigen::Index i = 0; i < design.rows(); ++i) {
    design.row(i) *= std::sqrt(random.sign() > 0 ? 0.25 : 1.75);
  }
  return design;
}

/// Of norm 1; no direction is special.
Eigen::VectorXd even_target(Eigen::Index parameters) {
  return Eigen::VectorXd::Constant(parameters, 1 / std::sqrt(static_cast<double>(parameters)));
}

learning::RiskParts parts_of(const Eigen::MatrixXd& design) {
  return learning::ridgeless_parts(design, even_target(design.cols()));
}

double norm_of(const Eigen::MatrixXd& design, double noise_variance) {
  return learning::ridgeless_norm_squared(design, even_target(design.cols()), noise_variance);
}

double dimensions(const Point& at) { return std::min(at["n"], at["p"]); }

/// Labels ⟨x, w⟩ + noise of that variance.
Eigen::VectorXd noisy_labels(const Eigen::MatrixXd& design, double variance, Stream& random) {
  return design * even_target(design.cols()) +
         learning::gaussian_design(design.rows(), 1, variance, random);
}

double mean_square(const Eigen::VectorXd& residuals) {
  return residuals.squaredNorm() / static_cast<double>(residuals.size());
}

double training_error_with(double noise_variance, const Point& at, Stream& random) {
  const Eigen::MatrixXd design = ridgeless_design(at, random);
  const Eigen::VectorXd labels = noisy_labels(design, noise_variance, random);
  return mean_square(labels - design * learning::min_norm_solution(design, labels));
}

}  // namespace

double training_error(const Point& at, Stream& random) {
  return training_error_with(1 / at["snr"], at, random);
}

double training_error_law(const Point& at) {
  return std::max(0.0, 1 - at["p"] / at["n"]) / at["snr"];
}

double training_error_of_a_part(const Point& at, Stream& random) {
  return training_error_with(4 / at["snr"], at, random);
}

double training_error_of_tuned_ridge(const Point& at, Stream& random) {
  const Eigen::MatrixXd design = ridgeless_design(at, random);
  const Eigen::VectorXd labels = noisy_labels(design, 1 / at["snr"], random);
  // Of f = K(K + λ)⁻¹y with K = XXᵀ what is left is λ(K + λ)⁻¹y.
  const double penalty = at["p"] / at["snr"];
  Eigen::MatrixXd shifted = design * design.transpose();
  shifted.diagonal().array() += penalty;
  return mean_square(penalty * Cholesky(shifted).solve(labels));
}

double excess_risk(const Point& at, Stream& random) {
  return parts_of(ridgeless_design(at, random)).risk(1 / at["snr"]);
}

double excess_risk_law(const Point& at) {
  return learning::mean_ridgeless_bias(at["n"], at["p"]) +
         learning::mean_ridgeless_noise(at["n"], at["p"]) / at["snr"];
}

double solution_norm(const Point& at, Stream& random) {
  return norm_of(ridgeless_design(at, random), 1 / at["snr"]);
}

double solution_norm_law(const Point& at) {
  return 1 - learning::mean_ridgeless_bias(at["n"], at["p"]) +
         learning::mean_ridgeless_noise(at["n"], at["p"]) / at["snr"];
}

double noise_per_dimension(const Point& at, Stream& random) {
  return learning::ridgeless_noise(ridgeless_design(at, random)) / dimensions(at);
}

double risk_of_tuned_ridge(const Point& at, Stream& random) {
  const Eigen::MatrixXd design = ridgeless_design(at, random);
  return learning::ridge_parts(design, even_target(design.cols()), at["p"] / at["snr"])
      .risk(1 / at["snr"]);
}

double norm_of_tuned_ridge(const Point& at, Stream& random) {
  const Eigen::MatrixXd design = ridgeless_design(at, random);
  return learning::ridge_norm_squared(design, even_target(design.cols()), at["p"] / at["snr"],
                                      1 / at["snr"]);
}

double mean_risk_of_tuned_ridge(const Point& at, Stream& random) {
  return learning::tuned_ridge_risk_of(ridgeless_design(at, random), at["snr"]);
}

double risk_without_noise(const Point& at, Stream& random) {
  return parts_of(ridgeless_design(at, random)).bias;
}

double norm_without_noise(const Point& at, Stream& random) {
  return norm_of(ridgeless_design(at, random), 0);
}

double risk_with_uneven_rows(const Point& at, Stream& random) {
  return parts_of(uneven_design(at, random)).risk(1 / at["snr"]);
}

double norm_with_uneven_rows(const Point& at, Stream& random) {
  return norm_of(uneven_design(at, random), 1 / at["snr"]);
}

double noise_per_dimension_of_orthogonal_data(const Point& at, Stream& random) {
  const Eigen::Index n = at.count("n"), p = at.count("p");
  Eigen::MatrixXd design = Eigen::MatrixXd::Zero(n, p);
  for (double& length : design.diagonal()) {
    length = learning::gaussian_design(n, 1, 1, random).norm();
  }
  return learning::ridgeless_noise(design) / dimensions(at);
}

}  // namespace asymptest::double_descent
