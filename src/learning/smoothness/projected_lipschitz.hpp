#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// The least Lipschitz constant, squared, of a function of the first D coordinates alone that takes
/// the given values: max over pairs of (yᵢ − yⱼ)²/‖P_D(xᵢ − xⱼ)‖², by McShane's extension in R^D.
/// One entry for each D = 1, …, d; it falls with D. `points` is d × n; O(n² d). Infinite where two
/// points with different values have the same first D coordinates.
///
/// Such a function has p = n D parameters: n centres in R^D.
/// Throws std::invalid_argument unless there are two points or more, with a value each.
Eigen::VectorXd projected_squared_lipschitz(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                            const Eigen::Ref<const Eigen::VectorXd>& values);

/// The least D at which that is at most `squared_lipschitz`, by one pass over the coordinates that
/// stops there. Throws as above, and std::domain_error if all d coordinates are not enough.
Eigen::Index least_smooth_coordinates(const Eigen::Ref<const Eigen::MatrixXd>& points,
                                      const Eigen::Ref<const Eigen::VectorXd>& values,
                                      double squared_lipschitz);

}  // namespace asymptest::learning
