#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// The least number p of leading columns of an n × d design with which linear interpolation of the
/// labels is as smooth as wanted: ‖w‖² ≤ `squared_lipschitz` for the min-norm w on the first p
/// columns, w = X_p⁺y. ‖w‖ is the Lipschitz constant of x ↦ ⟨w, x⟩.
///
/// More columns never cost norm, so that bisection over p in (n, d] finds it: O(n² d log d).
///
/// For rows x ~ N(0, I/d) and |y|² = n, n/‖w‖² is d⁻¹ times a walk with independent χ²₁ steps that
/// starts at p = n (the recursive residuals of a regression: Brown, Durbin, Evans 1975). So p − n +
/// 1 is the walk's first passage over c = n d/L², whose mean is c + 3/2 by Wald's identity and the
/// renewal theorem, up to terms that vanish exponentially in c.
///
/// Throws std::invalid_argument unless there is a label for each row, n < d, and the bound is
/// positive; std::domain_error if even all d columns are not smooth enough.
Eigen::Index least_smooth_columns(const Eigen::Ref<const Eigen::MatrixXd>& design,
                                  const Eigen::Ref<const Eigen::VectorXd>& labels,
                                  double squared_lipschitz);

/// The mean of p that this gives for x ~ N(0, I/d), |y|² = n: n + c + 1/2, c = n d/L².
double mean_smooth_columns_law(double samples, double ambient_dimension, double squared_lipschitz);

}  // namespace asymptest::learning
