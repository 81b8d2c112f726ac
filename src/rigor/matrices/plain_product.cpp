#include "rigor/matrices/plain_product.hpp"

namespace asymptest::rigor {

Eigen::MatrixXd plain_product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) { return a * b; }

Eigen::MatrixXf single_precision_product(const Eigen::MatrixXf& a, const Eigen::MatrixXf& b) {
  return a * b;
}

}  // namespace asymptest::rigor
