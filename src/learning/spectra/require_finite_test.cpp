#include "learning/spectra/require_finite.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

namespace asymptest::learning::require_finite_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(RequireFinite, AcceptsFiniteNumbersOfAnySize) {
  EXPECT_NO_THROW(require_finite(Eigen::MatrixXd::Constant(2, 3, 1e300), "kernel"));
}

TEST(RequireFinite, NamesTheMatrixTheEntryAndItsPlace) {
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(2, 3);
  matrix(1, 2) = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(
      [&] { require_finite(matrix, "kernel"); },
      ThrowsMessage<std::invalid_argument>(HasSubstr("kernel has the entry nan at (1, 2)")));
  EXPECT_THAT([] { require_finite(Eigen::MatrixXd(0, 3), "kernel"); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("kernel is 0 x 3")));
}

}  // namespace
}  // namespace asymptest::learning::require_finite_test
