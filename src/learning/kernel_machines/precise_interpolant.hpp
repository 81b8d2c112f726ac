#pragma once

#include <Eigen/Core>

#include "learning/kernel_machines/radial_kernel.hpp"

namespace asymptest::learning {

/// f(z_j) at the fresh points, columns of `fresh`, for f = Σ α_i φ(‖· − x_i‖/ℓ) with f(x_i) = y_i:
/// what `KernelInterpolant` gives, for kernels whose matrix double precision can't solve.
/// Distances, kernel, factorisation and sums are computed with 50 decimal digits, with 100 where
/// those don't tell the matrix from a singular one. O(n³/3) operations of a tenth of a microsecond
/// each.
///
/// The error is a few roundings of the result. Throws std::invalid_argument unless there is a label
/// for each of the points, the fresh ones have as many coordinates and ℓ > 0; std::domain_error,
/// with the least pivot, where 100 digits don't suffice.
Eigen::VectorXd precise_interpolation(Radial shape, const Eigen::Ref<const Eigen::MatrixXd>& points,
                                      const Eigen::Ref<const Eigen::VectorXd>& labels,
                                      const Eigen::Ref<const Eigen::MatrixXd>& fresh,
                                      double length);

}  // namespace asymptest::learning
