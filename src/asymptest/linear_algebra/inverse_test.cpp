#include "asymptest/linear_algebra/inverse.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::inverse_test {
namespace {

TEST(InverseOf, MeetsTheFormulaOfTwoByTwo) {
  constexpr double rounding = 1e-15;
  const Eigen::MatrixXd inverse = inverse_of(Eigen::MatrixXd{{0, 2}, {4, 3}});
  EXPECT_LE((inverse - Eigen::MatrixXd{{-0.375, 0.25}, {0.5, 0}}).cwiseAbs().maxCoeff(), rounding);
}

TEST(InverseOf, RefusesWhatIsNotSquare) {
  EXPECT_THROW(inverse_of(Eigen::MatrixXd::Zero(1, 2)), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::inverse_test
