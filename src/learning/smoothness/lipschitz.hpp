#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// The least Lipschitz constant of any function with f(xᵢ) = yᵢ: max over pairs of
/// |yᵢ − yⱼ| / ‖xᵢ − xⱼ‖, attained by McShane's extension (McShane 1934, "Extension of range of
/// functions"). `points` is d × n, a point a column; O(n² d).
///
/// Throws std::invalid_argument unless there are two points or more, with a value each, and no two
/// of them coincide.
double least_lipschitz_constant(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                const Eigen::Ref<const Eigen::VectorXd>& values);

}  // namespace asymptest::learning
