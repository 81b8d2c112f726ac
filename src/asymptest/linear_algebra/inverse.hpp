#pragma once

#include <Eigen/Core>

namespace asymptest {

/// A⁻¹ by an LU factorisation with partial pivots: for a basis of a simplex method, which needs its
/// rows; a solve needs none. Nothing is checked of its condition.
/// Throws std::invalid_argument unless the matrix is square and not empty.
Eigen::MatrixXd inverse_of(const Eigen::Ref<const Eigen::MatrixXd>& matrix);

}  // namespace asymptest
