#include "learning/regression/gradient_descent_risk.hpp"

#include "asymptest/require/require.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"

namespace asymptest::learning {

RiskParts early_stopped_parts(const LinearTraining& training, double epochs) {
  const Eigen::Index p = training.design.cols();
  require(p >= 1 && training.target.size() == p && training.weights.size() == p,
          "early stopping: {} entries of the target and {} weights for {} columns, expected one of "
          "each for each column, and a column at least",
          training.target.size(), training.weights.size(), p);
  require(epochs >= 0, "early stopping: {} epochs, expected 0 at least", epochs);
  const auto n = static_cast<double>(training.design.rows());
  const auto [values, vectors] =
      symmetric_eigenpairs(training.design.transpose() * training.design / n);
  const Eigen::ArrayXd left = (1 - values.array()).pow(epochs);
  const Eigen::VectorXd error =
      vectors * (left * (vectors.transpose() * training.target).array()).matrix();
  // A direction that no row sees has the eigenvalue 0, up to rounding, and takes up no noise.
  const Eigen::ArrayXd taken =
      (values.array() > 1e-13 * values.maxCoeff()).select((1 - left).square() / values.array(), 0);
  const Eigen::ArrayXd share = vectors.cwiseAbs2().transpose() * training.weights;
  return {training.weights.dot(error.cwiseAbs2()), (taken * share).sum() / n};
}

}  // namespace asymptest::learning
