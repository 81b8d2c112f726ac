#include "learning/interpolation/ridgeless_risk.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "asymptest/linear_algebra/cholesky.hpp"
#include "asymptest/require/require.hpp"
#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::learning {
namespace {

using Matrix = Eigen::Ref<const Eigen::MatrixXd>;
using Vector = Eigen::Ref<const Eigen::VectorXd>;

void require_one_for_each_column(const Matrix& design, const Vector& target) {
  if (design.cols() != target.size()) {
    throw std::invalid_argument(
        message("linear regression: a target of {} entries for {} columns, expected one for each",
                target.size(), design.cols()));
  }
}

/// X⁺Xw, what the rows of X tell of w, and tr (XᵀX)⁺.
struct SeenPart {
  Eigen::VectorXd target;
  double noise = 0;
};

/// By the smaller Gram matrix: a decomposition of X itself takes twenty times as long for thousands
/// of rows, and the trace is that matrix's in any case.
SeenPart seen_part(const Matrix& design, const Vector& target) {
  const bool wide = design.rows() <= design.cols();
  const Cholesky factors = wide ? gram_factors(design) : gram_factors(design.transpose());
  const Eigen::VectorXd labels = design * target;
  Eigen::MatrixXd inverse =
      Eigen::MatrixXd::Identity(factors.factor().rows(), factors.factor().rows());
  factors.solve_lower(inverse);
  return {wide ? Eigen::VectorXd(design.transpose() * factors.solve(labels))
               : Eigen::VectorXd(factors.solve(design.transpose() * labels)),
          inverse.squaredNorm()};
}

/// (S + λ)⁻¹ with S = XᵀX.
Eigen::MatrixXd penalised_inverse(const Matrix& design, double penalty) {
  if (!(penalty > 0)) {
    throw std::invalid_argument(
        message("ridge regression: the penalty is {}, expected a positive number", penalty));
  }
  Eigen::MatrixXd shifted = design.transpose() * design;
  shifted.diagonal().array() += penalty;
  return Cholesky(shifted).solve(Eigen::MatrixXd::Identity(shifted.rows(), shifted.rows()));
}

/// tr S(S + λ)⁻² = tr (S + λ)⁻¹ − λ tr (S + λ)⁻².
double ridge_noise(const Eigen::MatrixXd& inverse, double penalty) {
  return inverse.trace() - penalty * inverse.squaredNorm();
}

}  // namespace

double ridgeless_noise(const Matrix& design) {
  return design.rows() <= design.cols() ? mean_min_norm_squared(design)
                                        : mean_min_norm_squared(design.transpose());
}

RiskParts ridgeless_parts(const Matrix& design, const Vector& target) {
  require_one_for_each_column(design, target);
  const SeenPart seen = seen_part(design, target);
  return {(target - seen.target).squaredNorm(), seen.noise};
}

double ridgeless_norm_squared(const Matrix& design, const Vector& target, double noise_variance) {
  require_one_for_each_column(design, target);
  const SeenPart seen = seen_part(design, target);
  return seen.target.squaredNorm() + noise_variance * seen.noise;
}

RiskParts ridge_parts(const Matrix& design, const Vector& target, double penalty) {
  require_one_for_each_column(design, target);
  const Eigen::MatrixXd inverse = penalised_inverse(design, penalty);
  return {std::pow(penalty, 2) * (inverse * target).squaredNorm(), ridge_noise(inverse, penalty)};
}

double ridge_norm_squared(const Matrix& design, const Vector& target, double penalty,
                          double noise_variance) {
  require_one_for_each_column(design, target);
  const Eigen::MatrixXd inverse = penalised_inverse(design, penalty);
  return (target - penalty * inverse * target).squaredNorm() +
         noise_variance * ridge_noise(inverse, penalty);
}

double tuned_ridge_risk_of(const Matrix& design, double snr) {
  const double penalty = static_cast<double>(design.cols()) / snr;
  const bool wide = design.rows() < design.cols();
  const Eigen::MatrixXd inverse =
      wide ? penalised_inverse(design.transpose(), penalty) : penalised_inverse(design, penalty);
  // Directions that no row sees keep all of their risk.
  const auto unseen = static_cast<double>(design.cols() - inverse.rows());
  return (inverse.trace() + unseen / penalty) / snr;
}

double mean_ridgeless_noise(double samples, double parameters) {
  const double surplus = std::abs(parameters - samples) - 1;
  if (!(surplus > 0)) {
    throw std::domain_error(
        message("mean ridgeless noise: |p - n| - 1 is {}, expected a positive number", surplus));
  }
  return std::min(samples, parameters) / surplus;
}

double mean_ridgeless_bias(double samples, double parameters) {
  return std::max(0.0, 1 - samples / parameters);
}

double tuned_ridge_risk(double ratio, double snr) {
  if (!(ratio > 0 && snr > 0)) {
    throw std::invalid_argument(
        message("tuned ridge: p/n = {}, snr = {}, expected positive numbers", ratio, snr));
  }
  const double penalty = ratio / snr, b = 1 - ratio + penalty;
  return (std::sqrt(b * b + 4 * ratio * penalty) - b) / (2 * ratio);
}

}  // namespace asymptest::learning
