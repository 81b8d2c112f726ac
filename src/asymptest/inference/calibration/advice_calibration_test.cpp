#include "asymptest/inference/calibration/advice_calibration.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace asymptest::advice_calibration_test {
namespace {

CalibrationFamily family(const std::string& name) {
  const auto all = calibration_families();
  return *std::find_if(all.begin(), all.end(), [&](const auto& f) { return f.name == name; });
}

TEST(AdviceCalibration, AfterARemedyTheDesignIsLarger) {
  const CalibrationFamily pure = family("pure");
  const CalibrationFamily more = after(pure, 4, 4, false);
  EXPECT_EQ(more.trials, 4 * pure.trials);
  EXPECT_EQ(more.sizes.size(), pure.sizes.size() + 2);
  EXPECT_EQ(more.sizes.back(), 4 * pure.sizes.back());
  EXPECT_EQ(after(pure, 1, 1, true).sizes.size(), 2 * pure.sizes.size() - 1);
}

TEST(AdviceCalibration, WhoFollowsTheAdviceGetsAVerdict) {
  const auto cells =
      calibrate_advice({family("1+4x^-0.3")}, {.replications = {12}, .seed = 20261129});
  ASSERT_EQ(cells.size(), 1U);
  EXPECT_GT(cells[0].open, 8);
  for (const FollowedAdvice& f : {cells[0].trials, cells[0].sizes}) {
    EXPECT_GT(f.given, 0);
    EXPECT_GE(10 * f.decided, 9 * f.given);
    EXPECT_EQ(f.wrong, 0);
  }
}

TEST(AdviceCalibration, TheSameWhateverTheThreads) {
  const std::vector<CalibrationFamily> families = {family("1+1x^-0.5"), family("1+2x^-0.5")};
  const auto one = calibrate_advice(families, {.replications = {4}, .jobs = 1});
  const auto two = calibrate_advice(families, {.replications = {4}, .jobs = 2});
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].open, two[i].open);
    EXPECT_EQ(one[i].trials.decided, two[i].trials.decided);
  }
}

TEST(AdviceCalibration, NeedsDataSets) {
  EXPECT_THROW(calibrate_advice({family("pure")}, {.replications = {0}}), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::advice_calibration_test
