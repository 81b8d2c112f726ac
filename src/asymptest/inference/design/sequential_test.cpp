#include "asymptest/inference/design/sequential.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>

namespace asymptest::sequential_test {
namespace {

using testing::ElementsAre;

using testing::HasSubstr;
using testing::ThrowsMessage;

/// Levels are sums and ratios of a few doubles: equal to within rounding.
constexpr double relative_rounding = 1e-14;

double total_level(const std::vector<Look>& looks) {
  return std::accumulate(looks.begin(), looks.end(), 0.0,
                         [](double sum, const Look& look) { return sum + look.alpha; });
}

std::vector<std::int64_t> trials_of(const std::vector<Look>& looks) {
  std::vector<std::int64_t> trials;
  for (const Look& look : looks) trials.push_back(look.trials);
  return trials;
}

TEST(ShareOf, SplitsTheSuitesLevelEvenly) {
  EXPECT_EQ(share_of(0.01, 1), 0.01);
  EXPECT_DOUBLE_EQ(share_of(0.01, 40) * 40, 0.01);
}

TEST(ShareOf, RefusesALevelOrACountThatMeansNothing) {
  EXPECT_THROW(share_of(0, 3), std::invalid_argument);
  EXPECT_THROW(share_of(0.5, 3), std::invalid_argument);
  EXPECT_THROW(share_of(0.01, 0), std::invalid_argument);
}

TEST(LookSchedule, DoublesFromFirstToMost) {
  EXPECT_THAT(trials_of(look_schedule(32, 256, 0, 0.01)), ElementsAre(32, 64, 128, 256));
  EXPECT_THAT(trials_of(look_schedule(32, 200, 0, 0.01)), ElementsAre(32, 64, 128, 200));
  EXPECT_THAT(trials_of(look_schedule(64, 64, 0, 0.01)), ElementsAre(64));
  EXPECT_THAT(trials_of(look_schedule(64, 40, 0, 0.01)), ElementsAre(40));
}

TEST(LookSchedule, SpendsExactlyItsLevelAndHalfOfItOnTheLastLook) {
  for (const int growth : {0, 1, 5}) {
    EXPECT_NEAR(total_level(look_schedule(32, 65536, growth, 0.01)), 0.01,
                0.01 * relative_rounding);
  }
  const auto looks = look_schedule(32, 256, 0, 0.01);
  EXPECT_NEAR(looks.back().alpha, 0.005, 0.01 * relative_rounding);
  EXPECT_NEAR(looks.front().alpha, 0.01 / 8, 0.01 * relative_rounding);
}

TEST(LookSchedule, ReservesHalfOfTheLevelForALargerSweep) {
  const auto looks = look_schedule(32, 64, 2, 0.01);
  EXPECT_THAT(trials_of(looks), ElementsAre(32, 64, 64, 64));
  EXPECT_NEAR(looks[2].alpha + looks[3].alpha, 0.005, 0.01 * relative_rounding);
  EXPECT_EQ(looks[2].alpha, looks[3].alpha);
}

TEST(LookSchedule, EveryLookHasALevelOfItsOwn) {
  for (const Look& look : look_schedule(3, 1000, 3, 1e-4)) EXPECT_GT(look.alpha, 0);
}

TEST(LookSchedule, NamesTheArgumentThatItRefuses) {
  const auto message = [](std::string_view part) {
    return ThrowsMessage<std::invalid_argument>(HasSubstr(std::string(part)));
  };
  EXPECT_THAT([] { look_schedule(0, 8, 0, 0.01); }, message("first is 0, expected at least 1"));
  EXPECT_THAT([] { look_schedule(1, 0, 0, 0.01); }, message("most is 0"));
  EXPECT_THAT([] { look_schedule(1, 8, -1, 0.01); }, message("growth_steps is -1"));
  EXPECT_THAT([] { look_schedule(1, 8, 0, 0.7); }, message("alpha is 0.7"));
}

}  // namespace
}  // namespace asymptest::sequential_test
