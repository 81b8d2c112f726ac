#pragma once

#include <Eigen/Core>

#include "learning/training/least_squares.hpp"

namespace asymptest::learning {

/// The residual, relative to 1 + |r(start)|, below which a fit counts as exact: a few roundings of
/// outputs of order one.
inline constexpr double exact_residual = 1e-15;

/// Where a descent of |r|² ended.
struct LeastSquaresSolution {
  Eigen::VectorXd weights;
  double residual = 0;  ///< |r| there
  bool exact = false;   ///< whether |r| is below 10·exact_residual·(1 + |r(start)|)
};

/// Weights with r(w) = 0 to rounding, near `start`, or, where there are none, as with fewer weights
/// than labels, a local minimum of |r|: Levenberg–Marquardt, by
///
///     w ← w − Jᵀ(JJᵀ + λ·I)⁻¹r,
///
/// λ falling tenfold after a step that lowers |r| and rising tenfold after one that does not; in
/// the end it is Newton's method for underdetermined systems and converges quadratically. Goes on
/// while |r| falls and is above `exact_residual`.
///
/// Never throws for want of convergence: see `exact`. Throws std::invalid_argument unless the
/// residual at the start is finite.
LeastSquaresSolution levenberg_marquardt(const LeastSquares& fit, const Eigen::VectorXd& start);

}  // namespace asymptest::learning
