#include "asymptest/inference/sample/trials.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::trials_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(TrialsOn, AreThoseOfEachSizeInIncreasingOrder) {
  const auto trials = trials_on("h", {{0.5, {3}}, {0.25, {1, 2}}});
  ASSERT_EQ(trials.size(), 2U);
  EXPECT_EQ(trials[0].at, (Point{{"h", 0.25}}));
  EXPECT_EQ(trials[0].values, (std::vector<double>{1, 2}));
  EXPECT_EQ(trials[1].at, (Point{{"h", 0.5}}));
  EXPECT_EQ(trials[1].values, (std::vector<double>{3}));
}

TEST(TrialsOn, RefusesASizeWithoutValues) {
  EXPECT_THAT(
      [] {
        trials_on("h", {{0.5, {3}}, {0.25, {}}});
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("h=0.25")));
}

}  // namespace
}  // namespace asymptest::trials_test
