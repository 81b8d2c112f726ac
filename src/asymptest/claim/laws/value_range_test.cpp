#include "asymptest/claim/laws/value_range.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

namespace asymptest::value_range_test {
namespace {

TEST(ValueRange, IsRefusedByNameUnlessItHasAFiniteWidth) {
  EXPECT_NO_THROW(require_range({-1, 100}));
  EXPECT_THAT(
      [] {
        require_range({1, 0});
      },
      testing::ThrowsMessage<std::invalid_argument>(
          testing::HasSubstr("the range of a trial is [1, 0], expected two finite numbers")));
  EXPECT_THROW(require_range({0, std::numeric_limits<double>::infinity()}), std::invalid_argument);
  EXPECT_THROW(require_range({0, std::numeric_limits<double>::quiet_NaN()}), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::value_range_test
