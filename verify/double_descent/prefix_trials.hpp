#pragma once

#include <Eigen/Core>

#include "asymptest/claim/claim.hpp"

namespace asymptest::double_descent {

// Ridgeless least squares on the first p of D columns, where the target has an entry on each: what
// the columns left out explain is noise to the fit (Belkin, Hsu, Xu 2019). n rows x ~ N(0, I_D),
// |w| = 1, noise of variance 1/snr; expectations over the noise, given the design.

/// |w_j|² ∝ j^−2, j = 1 … D.
Eigen::VectorXd decaying_target(Eigen::Index dimension);

/// E‖ŵ_p − w‖² at (n, p, D, snr), with ŵ_p = 0 beyond p; from the sweep over all p.
double prefix_risk(const Point& at, Stream& random);

/// Its mean over designs: with u the part of |w|² beyond p, u + (u + 1/snr)·p/(n − p − 1) for
/// p < n − 1, u + (1 − u)(1 − n/p) + (u + 1/snr)·n/(p − n − 1) for p > n + 1.
double prefix_risk_law(const Point& at);

/// Columns with the correlation 1/2.
double prefix_risk_of_correlated_columns(const Point& at, Stream& random);

/// The best ridge on the first p columns: the penalty p·(u + 1/snr)/(1 − u).
double prefix_risk_of_tuned_ridge(const Point& at, Stream& random);

}  // namespace asymptest::double_descent
