#pragma once

#include <Eigen/Core>

#include "learning/interpolation/ridgeless_risk.hpp"

namespace asymptest::learning {

/// The least-squares solutions of least norm on the first p columns of one design, for p = 1 … D.
/// Entry p − 1 of each belongs to p; where a solution of fewer columns than w is compared with w,
/// it has zeros for the rest.
struct RidgelessSweep {
  Eigen::VectorXd noise;         ///< tr (X_pᵀX_p)⁺, `ridgeless_noise`
  Eigen::VectorXd bias;          ///< ‖w − X_p⁺Xw‖²: the labels are those of all columns
  Eigen::VectorXd norm_squared;  ///< ‖X_p⁺Xw‖²: of the solution without noise
};

/// All of them from two factorisations, O(n²D) together:
///
/// p ≤ n: X_n = QR once. R_p is the leading block of R, so that (R_p)⁻¹ is that of R⁻¹, and every
///   column of R⁻¹ adds one term to each sum.
/// p > n: G_D = X_D X_Dᵀ = LLᵀ once, then the columns are taken away from the last. By Woodbury,
///   G_p⁻¹ = G_D⁻¹ + W_J S_J⁻¹ W_Jᵀ with W = G_D⁻¹X_J, S = I − X_Jᵀ W and J the columns beyond p;
///   the Cholesky factor C of S for all J in that order holds those of fewer as leading blocks, so
///   that every column of W C⁻ᵀ adds one term. Sums of positive terms: nothing cancels.
///
/// Relative error: a few ε times the squared condition number of X_n at p = n (1e-8 for 1000
/// Gaussian rows), of X_p elsewhere.
/// Throws std::invalid_argument unless 1 ≤ n ≤ D and w has D entries, std::domain_error if X_n or
/// the rows of X are dependent to working precision.
RidgelessSweep ridgeless_sweep(const Eigen::Ref<const Eigen::MatrixXd>& design,
                               const Eigen::Ref<const Eigen::VectorXd>& target);

}  // namespace asymptest::learning
