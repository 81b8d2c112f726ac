#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// max(⟨v, x⟩, 0) for each row v of the directions: n × m for n points and m directions. A last
/// coordinate of 1 at all points makes biases of the directions' last entries.
/// Throws std::invalid_argument unless points and directions have as many coordinates.
Eigen::MatrixXd relu_features(const Eigen::Ref<const Eigen::MatrixXd>& points,
                              const Eigen::Ref<const Eigen::MatrixXd>& directions);

/// (1/m) Σ max(⟨v, x⟩, 0) max(⟨v, z⟩, 0) between rows x and z, the kernel of those features over
/// √m. Throws likewise.
Eigen::MatrixXd relu_feature_kernel(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                    const Eigen::Ref<const Eigen::MatrixXd>& others,
                                    const Eigen::Ref<const Eigen::MatrixXd>& directions);

/// Its limit for v ~ N(0, I), the arc-cosine kernel of order 1,
///
///     ‖x‖‖z‖ (sin θ + (π − θ) cos θ)/2π,   θ the angle between x and z
///
/// (Cho, Saul 2009, "Kernel methods for deep learning"). Directions of any other law without a
/// preferred direction lead to a multiple of it.
/// Throws std::invalid_argument unless points and others have as many coordinates.
Eigen::MatrixXd arc_cosine_kernel(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                  const Eigen::Ref<const Eigen::MatrixXd>& others);

}  // namespace asymptest::learning
