#pragma once

#include <Eigen/Core>

namespace asymptest::rigor {

/// A·B in plain arithmetic, A's columns being as many as B's rows. A function of its own because
/// each use of Eigen's product in an expression costs seconds of compile time.
Eigen::MatrixXd plain_product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b);
Eigen::MatrixXf single_precision_product(const Eigen::MatrixXf& a, const Eigen::MatrixXf& b);

}  // namespace asymptest::rigor
