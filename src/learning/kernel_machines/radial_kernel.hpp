#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// k(x, z) = φ(‖x − z‖/ℓ), positive definite in every dimension, k(x, x) = 1.
enum class Radial {
  laplace,  ///< φ(r) = e^−r, the reproducing kernel of a Sobolev space of order (d + 1)/2
  matern_three_halves,  ///< φ(r) = (1 + r) e^−r, of order (d + 3)/2
  matern_five_halves,   ///< φ(r) = (1 + r + r²/3) e^−r, of order (d + 5)/2
  gaussian,             ///< φ(r) = e^−r²
};

/// The matrix k(x_i, z_j) between columns of `points` and of `others`, at the length ℓ.
///
/// From 17 coordinates on, distances come from one product of matrices: their squares are off by
/// rounding of ‖x‖² + ‖z‖².
/// Throws std::invalid_argument unless both have as many coordinates and ℓ > 0.
Eigen::MatrixXd radial_kernel(Radial shape, const Eigen::Ref<const Eigen::MatrixXd>& points,
                              const Eigen::Ref<const Eigen::MatrixXd>& others, double length);

/// The same between all pairs of `points`, its diagonal exactly 1.
Eigen::MatrixXd radial_kernel(Radial shape, const Eigen::Ref<const Eigen::MatrixXd>& points,
                              double length);

}  // namespace asymptest::learning
