#include "prefix_trials.hpp"

#include <cmath>

#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/interpolation/ridgeless_sweep.hpp"

namespace asymptest::double_descent {
namespace {

Eigen::MatrixXd prefix_design(const Point& at, Stream& random) {
  return learning::gaussian_design(at.count("n"), at.count("D"), 1, random);
}

double unseen(const Point& at) {
  return decaying_target(at.count("D")).tail(at.count("D") - at.count("p")).squaredNorm();
}

double risk_of_prefix(const Eigen::MatrixXd& design, const Point& at) {
  const learning::RidgelessSweep sweep =
      learning::ridgeless_sweep(design, decaying_target(design.cols()));
  const Eigen::Index entry = at.count("p") - 1;
  return sweep.bias(entry) + sweep.noise(entry) / at["snr"];
}

}  // namespace

Eigen::VectorXd decaying_target(Eigen::Index dimension) {
  const auto last = static_cast<double>(dimension);
  return Eigen::ArrayXd::LinSpaced(dimension, 1, last).inverse().matrix().normalized();
}

double prefix_risk(const Point& at, Stream& random) {
  return risk_of_prefix(prefix_design(at, random), at);
}

double prefix_risk_of_correlated_columns(const Point& at, Stream& random) {
  Eigen::MatrixXd design = prefix_design(at, random);
  design.colwise() += learning::gaussian_design(at.count("n"), 1, 1, random).col(0);
  return risk_of_prefix(std::sqrt(0.5) * design, at);
}

double prefix_risk_law(const Point& at) {
  const double n = at["n"], p = at["p"], left_out = unseen(at);
  return left_out + (1 - left_out) * learning::mean_ridgeless_bias(n, p) +
         (left_out + 1 / at["snr"]) * learning::mean_ridgeless_noise(n, p);
}

double prefix_risk_of_tuned_ridge(const Point& at, Stream& random) {
  const Eigen::Index p = at.count("p");
  const Eigen::VectorXd target = decaying_target(at.count("D"));
  // Given the columns used, the others are noise of variance u.
  const double left_out = unseen(at), noise_variance = left_out + 1 / at["snr"];
  const double penalty = at["p"] * noise_variance / (1 - left_out);
  const Eigen::MatrixXd used = learning::gaussian_design(at.count("n"), p, 1, random);
  return left_out + learning::ridge_parts(used, target.head(p), penalty).risk(noise_variance);
}

}  // namespace asymptest::double_descent
