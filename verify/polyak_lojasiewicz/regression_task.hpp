#pragma once

#include <limits>

#include "asymptest/claim/sizes/point.hpp"
#include "asymptest/random/stream.hpp"
#include "learning/networks/network.hpp"
#include "learning/spectra/singular_values.hpp"

namespace asymptest::learning::optimisation {

/// From this condition number of the Jacobian on, a trial is drawn again: there λ_min, even from
/// singular values, has too few digits to test an inequality that can hold with equality.
inline constexpr double most_condition = 1e5;

/// Rounding of the quotient ½|∇L|²/(λ_min·L), relative: σ_min and |Jᵀr| carry errors of at most
/// 64·ε·σ_max each (backward stability, at these sizes), and both enter squared.
inline constexpr double quotient_rounding =
    4 * 64 * std::numeric_limits<double>::epsilon() * most_condition;

/// A random network of width m and depth L with random activation and weight scale, and random
/// inputs, with the singular values and left vectors of its Jacobian.
struct RegressionTask {
  Network network;
  Eigen::MatrixXd inputs;
  LeftSingularPairs jacobian;

  [[nodiscard]] double smallest_eigenvalue() const;        ///< λ_min(K) = σ_min²
  [[nodiscard]] Eigen::VectorXd eigenvector(int k) const;  ///< k = 0 belongs to λ_min
};

/// Draws until the Jacobian's condition is below `most_condition`. Throws std::runtime_error if
/// a hundred draws do not do.
RegressionTask random_task(const Point& at, const Stream& random);

/// ½|∇(½|F − y|²)|² for the residual F − y, by backpropagation.
double half_squared_gradient(const RegressionTask& task, const Eigen::VectorXd& residual);

/// A residual near the bottom eigenvector, where the inequality is close to equality: u + t·g with
/// g normal of unit mean square length and log₁₀ t uniform on (−3, 1).
Eigen::VectorXd random_residual(const RegressionTask& task, Stream random);

}  // namespace asymptest::learning::optimisation
