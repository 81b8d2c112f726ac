#pragma once

#include <Eigen/Core>

#include "learning/interpolation/ridgeless_risk.hpp"

namespace asymptest::learning {

/// A linear regression trained by full-batch gradient descent on the mean squared error over n
/// rows: w ← w − Xᵀ(Xw − y)/n from 0. A step η other than 1, or one for each coordinate, is a scale
/// √η of the columns (and of the target its inverse).
struct LinearTraining {
  Eigen::MatrixXd design;   ///< X, n × p
  Eigen::VectorXd target;   ///< w*, with y = Xw* + noise
  Eigen::VectorXd weights;  ///< the risk is Σ weights_j (w − w*)_j²
};

/// After `epochs` steps and in expectation over the noise given X, with S = XᵀX/n: bias
/// Σ weights_j ((I − S)^t w*)_j², and noise (1/n) Σᵢ ((1 − (1 − λᵢ)^t)²/λᵢ) Σ_j weights_j u_ij²
/// over the eigenpairs λᵢ, uᵢ of S (Ali, Kolter, Tibshirani 2019, "A continuous-time view of early
/// stopping for least squares", in discrete time).
/// Throws std::invalid_argument unless X has columns, target and weights an entry for each, and
/// epochs ≥ 0.
RiskParts early_stopped_parts(const LinearTraining& training, double epochs);

}  // namespace asymptest::learning
