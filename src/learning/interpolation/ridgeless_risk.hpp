#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// The excess risk E‖ŵ − w‖² of an estimate ŵ of w from labels y = Xw + ε, over noise ε of mean 0
/// and variance σ², is bias + σ²·noise; both are functions of the design X. It is the excess test
/// error for fresh inputs of covariance I.
struct RiskParts {
  double bias = 0;
  double noise = 0;

  [[nodiscard]] double risk(double noise_variance) const { return bias + noise_variance * noise; }
};

/// tr (XᵀX)⁺ = E‖X⁺ε‖² for noise of variance 1, for a design of full rank and any shape.
/// Throws std::domain_error if the smaller Gram matrix is singular to working precision.
double ridgeless_noise(const Eigen::Ref<const Eigen::MatrixXd>& design);

/// Those of the least-squares solution of least norm, ŵ = X⁺y: ‖w − X⁺Xw‖² and `ridgeless_noise`.
/// Throws likewise, and std::invalid_argument unless w has one entry for each column of X.
RiskParts ridgeless_parts(const Eigen::Ref<const Eigen::MatrixXd>& design,
                          const Eigen::Ref<const Eigen::VectorXd>& target);

/// E‖ŵ‖² over the noise, ‖X⁺Xw‖² + σ² tr (XᵀX)⁺. Throws as `ridgeless_parts`.
double ridgeless_norm_squared(const Eigen::Ref<const Eigen::MatrixXd>& design,
                              const Eigen::Ref<const Eigen::VectorXd>& target,
                              double noise_variance);

/// Those of ridge regression, ŵ = (XᵀX + λ)⁻¹Xᵀy: λ²‖(XᵀX + λ)⁻¹w‖² and tr XᵀX(XᵀX + λ)⁻².
/// Throws std::invalid_argument unless λ > 0 and w has one entry for each column of X.
RiskParts ridge_parts(const Eigen::Ref<const Eigen::MatrixXd>& design,
                      const Eigen::Ref<const Eigen::VectorXd>& target, double penalty);

/// E‖ŵ‖² of the same over the noise. Throws likewise.
double ridge_norm_squared(const Eigen::Ref<const Eigen::MatrixXd>& design,
                          const Eigen::Ref<const Eigen::VectorXd>& target, double penalty,
                          double noise_variance);

/// The risk of ridge regression for noise of variance 1/snr with the penalty λ = p/snr, averaged
/// over the directions of |w| = 1: tr (XᵀX + λ)⁻¹/snr. No penalty has a lower one. Throws
/// std::invalid_argument unless snr > 0.
double tuned_ridge_risk_of(const Eigen::Ref<const Eigen::MatrixXd>& design, double snr);

/// The mean of `ridgeless_noise` over n rows x ~ N(0, I) in R^p, with k = min(n, p):
///
///     E tr (XᵀX)⁺ = k / (max(n, p) − k − 1)
///
/// (Belkin, Hsu, Xu 2019, arXiv:1903.07571, Theorem 1; Muirhead 1982, section 3.2). Throws
/// std::domain_error for |p − n| ≤ 1, where the mean is infinite.
double mean_ridgeless_noise(double samples, double parameters);

/// The mean of the bias over the same for |w| = 1: 0 for p ≤ n, 1 − n/p beyond.
double mean_ridgeless_bias(double samples, double parameters);

/// The limit of `tuned_ridge_risk_of` for rows x ~ N(0, I) as n, p → ∞ with p/n = γ:
///
///     γ m/snr,   m = (√((1 − γ + λ)² + 4γλ) − (1 − γ + λ)) / 2γλ,   λ = γ/snr
///
/// where m is the Stieltjes transform at −λ of Marchenko and Pastur's law (Hastie, Montanari,
/// Rosset, Tibshirani 2019, arXiv:1903.08560, Corollary 6).
/// Throws std::invalid_argument unless γ, snr > 0.
double tuned_ridge_risk(double ratio, double snr);

}  // namespace asymptest::learning
