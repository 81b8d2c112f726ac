#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// cos(π(2i − 1)/2n), i = 1 … n: the zeros of the Chebyshev polynomial T_n.
/// Throws std::invalid_argument unless n ≥ 1.
Eigen::VectorXd chebyshev_nodes(Eigen::Index count);

/// 1, √2 T₁, √2 T₂, …, √2 T_{p−1} at points of [−1, 1], one column each: orthonormal under the law
/// of cos θ for a uniform angle, and in the mean over n Chebyshev nodes for p ≤ n. There,
/// column n vanishes and column n + i is the negative of column n − i.
/// Throws std::invalid_argument unless p ≥ 1, std::domain_error for a point outside [−1, 1].
Eigen::MatrixXd chebyshev_basis(const Eigen::Ref<const Eigen::VectorXd>& points,
                                Eigen::Index polynomials);

}  // namespace asymptest::learning
