#include "learning/training/levenberg_marquardt.hpp"

#include "asymptest/linear_algebra/cholesky.hpp"
#include "learning/spectra/require_finite.hpp"

namespace asymptest::learning {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int most_damped_steps = 400;
/// Shares of the kernel's mean eigenvalue: damping to start from, and that which is as good as
/// none.
constexpr double first_damping = 1e-3, least_damping = 1e-18, most_damping = 1e6;

/// Jᵀ(JJᵀ + λ)⁻¹r = (JᵀJ + λ)⁻¹Jᵀr, by the smaller of the two matrices.
VectorXd damped_step(const MatrixXd& rows, const VectorXd& residual, double damping) {
  const bool wide = rows.cols() >= rows.rows();
  MatrixXd gram = wide ? MatrixXd(rows * rows.transpose()) : MatrixXd(rows.transpose() * rows);
  gram.diagonal().array() += damping * gram.trace() / static_cast<double>(gram.rows());
  if (wide) return rows.transpose() * pivoted_solve(gram, residual);
  return pivoted_solve(gram, rows.transpose() * residual);
}

}  // namespace

LeastSquaresSolution levenberg_marquardt(const LeastSquares& fit, const VectorXd& start) {
  VectorXd residual = fit.residual(start);
  require_finite(residual, "residual at the start of levenberg_marquardt");
  const double goal = exact_residual * (1 + residual.norm());
  LeastSquaresSolution found{.weights = start, .residual = residual.norm()};
  double damping = first_damping;
  for (int k = 0; k < most_damped_steps && found.residual > goal && damping < most_damping; ++k) {
    const VectorXd step = damped_step(fit.jacobian(found.weights), residual, damping);
    const VectorXd next = found.weights - step;
    const VectorXd next_residual = fit.residual(next);
    if (next_residual.norm() < found.residual) {
      found.weights = next;
      found.residual = next_residual.norm();
      residual = next_residual;
      damping = std::max(damping / 10, least_damping);
    } else {
      damping *= 10;
    }
  }
  found.exact = found.residual <= 10 * goal;
  return found;
}

}  // namespace asymptest::learning
