#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// E max(⟨v, x⟩, 0) max(⟨v, z⟩, 0) between rows x and z, v ~ N(0, I): the arc-cosine kernel of
/// order 1,
///
///     ‖x‖‖z‖ (sin θ + (π − θ) cos θ)/2π,   θ the angle between x and z
///
/// (Cho, Saul 2009, "Kernel methods for deep learning"). Directions v of any other law without a
/// preferred direction lead to a multiple of it.
/// Throws std::invalid_argument unless points and others have as many coordinates.
Eigen::MatrixXd arc_cosine_kernel(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                  const Eigen::Ref<const Eigen::MatrixXd>& others);

}  // namespace asymptest::learning
