#pragma once

#include <Eigen/Core>
#include <string_view>

namespace asymptest::learning {

/// Throws std::invalid_argument naming `what` if the matrix is empty, or with the first entry that
/// is not finite and its place.
void require_finite(const Eigen::MatrixXd& matrix, std::string_view what);

}  // namespace asymptest::learning
