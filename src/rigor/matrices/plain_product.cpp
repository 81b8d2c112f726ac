#include "rigor/matrices/plain_product.hpp"

namespace asymptest::rigor {

Eigen::MatrixXd plain_product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) { return a * b; }

}  // namespace asymptest::rigor
