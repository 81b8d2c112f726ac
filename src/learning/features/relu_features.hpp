#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// max(⟨v, x⟩, 0) for each row v of the directions: n × m for n points and m directions. A last
/// coordinate of 1 at all points makes biases of the directions' last entries.
/// Throws std::invalid_argument unless points and directions have as many coordinates.
Eigen::MatrixXd relu_features(const Eigen::Ref<const Eigen::MatrixXd>& points,
                              const Eigen::Ref<const Eigen::MatrixXd>& directions);

/// (1/m) Σ max(⟨v, x⟩, 0) max(⟨v, z⟩, 0) between rows x and z, the kernel of those features over
/// √m, which tends to the arc-cosine kernel where v ~ N(0, I) (`arc_cosine_kernel`). Throws
/// likewise.
Eigen::MatrixXd relu_feature_kernel(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                    const Eigen::Ref<const Eigen::MatrixXd>& others,
                                    const Eigen::Ref<const Eigen::MatrixXd>& directions);

}  // namespace asymptest::learning
