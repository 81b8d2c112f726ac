#include "rigor/matrices/plain_product.hpp"

#include <gtest/gtest.h>

namespace asymptest::rigor::plain_product_test {
namespace {

TEST(PlainProduct, IsTheSumOfProductsOfWholeNumbers) {
  for (const Eigen::Index inner : {0, 1, 3, 40}) {
    Eigen::MatrixXd a(3, inner);
    Eigen::MatrixXd b(inner, 2);
    for (Eigen::Index k = 0; k < a.size(); ++k) a.data()[k] = static_cast<double>(k % 7) - 3;
    for (Eigen::Index k = 0; k < b.size(); ++k) b.data()[k] = static_cast<double>(k % 5) - 1;
    const Eigen::MatrixXd found = plain_product(a, b);
    for (Eigen::Index i = 0; i < 3; ++i) {
      for (Eigen::Index j = 0; j < 2; ++j) {
        double sum = 0;  // exact: small whole numbers
        for (Eigen::Index k = 0; k < inner; ++k) sum += a(i, k) * b(k, j);
        EXPECT_EQ(found(i, j), sum);
      }
    }
  }
}

}  // namespace
}  // namespace asymptest::rigor::plain_product_test
