#include "asymptest/inference/fit/basis/serial_order.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::serial_order_test {
namespace {

using testing::ElementsAre;

TEST(MostSerialResiduals, AreInTheOrderOfTheFactorThatTheyFollow) {
  // They rise along the second factor and jump along the first.
  const std::vector<double> residuals{4, -3, 2, -1, 1, -2, 3, -4};
  Regressor first, second;
  first.logs = {0, 1, 2, 3, 4, 5, 6, 7};
  second.logs = {7, 1, 5, 3, 4, 2, 6, 0};
  const std::vector<Regressor> factors{first, second};
  EXPECT_THAT(most_serial_residuals(factors, residuals), ElementsAre(-4, -3, -2, -1, 1, 2, 3, 4));
}

}  // namespace
}  // namespace asymptest::serial_order_test
