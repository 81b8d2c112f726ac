#pragma once

#include <Eigen/Core>
#include <optional>

namespace asymptest {

/// The generalised inverse (XᵀX)⁻¹Xᵀ of a matrix X with n rows and p columns: p rows and n columns.
///
/// With the rows of X and y over their standard errors, its product with y is the weighted
/// least-squares estimate, and the squared norm of its row j is that estimate's variance
/// (XᵀX)⁻¹ⱼⱼ. None if the columns of X are dependent to rounding. By a pivoted orthogonal
/// decomposition, so that the condition of X is not squared.
std::optional<Eigen::MatrixXd> generalised_inverse(const Eigen::MatrixXd& matrix);

/// The coefficients of the columns of `matrix` whose sum is nearest to `right`, by the same
/// decomposition; zero for columns that depend on the others to rounding.
Eigen::VectorXd pivoted_least_squares(const Eigen::MatrixXd& matrix, const Eigen::VectorXd& right);

}  // namespace asymptest
