#include "asymptest/inference/laws/power/written_power_law.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "asymptest/inference/laws/power/power_law.hpp"
#include "asymptest/random/stream.hpp"
#include "asymptest/testing/test_trials.hpp"

namespace asymptest::written_power_law_test {
namespace {

using testing::HasSubstr;

constexpr double alpha = 0.01, band = 0.05;

std::vector<PointTrials> measured(double exponent, int trials, double spread) {
  return test::draw_trials(
      "N", {16, 32, 64, 128, 256, 512, 1024, 2048}, trials, 1, [=](double size, Stream& random) {
        return std::pow(size / 16, exponent) * std::exp(spread * random.normal());
      });
}

Verdict decided(double exponent, const std::vector<PointTrials>& data) {
  return decide_power_law(test::theta_of_own_data("N", exponent, band), Polarity::exact, data,
                          alpha);
}

TEST(WrittenPowerLaw, RefutesNoLawForTheStepsItsValuesAreWrittenIn) {
  for (const double quantum : {0.05, 0.1, 0.15}) {
    auto data = measured(-0.5, 10, 0.002);
    for (PointTrials& point : data) {
      for (double& v : point.values) v = quantum * std::round(v / quantum);
    }
    const Verdict verdict = decided(-0.5, data);
    EXPECT_NE(verdict.outcome, Outcome::refuted) << quantum;
    EXPECT_THAT(verdict.reason, HasSubstr("; the values are written in steps of")) << quantum;
  }
}

TEST(WrittenPowerLaw, AsksForDigitsWhereOnlyTheyAreLacking) {
  auto data = measured(-0.5, 10, 0.002);
  for (PointTrials& point : data) {
    for (double& v : point.values) v = 0.1 * std::round(v / 0.1);
  }
  for (const double exponent : {-0.3, -0.7}) {
    const Verdict verdict = decided(exponent, data);
    if (verdict.outcome != Outcome::inconclusive) continue;
    EXPECT_THAT(verdict.asked_for, testing::Not(testing::IsEmpty()));
  }
}

TEST(WrittenPowerLaw, LeavesALawOpenWhoseTimeOutsWereLeftOut) {
  auto data = measured(1, 20, 0.3);
  for (PointTrials& point : data) {
    std::erase_if(point.values, [](double v) { return v > 100; });
  }
  const Verdict verdict = decided(0.7, data);
  EXPECT_EQ(verdict.outcome, Outcome::inconclusive);
  EXPECT_THAT(verdict.reason, HasSubstr("; rows are missing at N=2048, where values come near"));
  EXPECT_THAT(verdict.asked_for, HasSubstr("'timeout'"));
}

TEST(WrittenPowerLaw, IsOfOwnDataAlone) {
  auto data = measured(1, 20, 0.3);
  for (PointTrials& point : data) {
    std::erase_if(point.values, [](double v) { return v > 100; });
  }
  const Prediction claim = theta({{"N", 1}}).within(band);
  EXPECT_FALSE(is_of_own_data(std::get<PowerLaw>(claim.kind())));
  const Verdict verdict = decide_power_law(claim, Polarity::exact, data, alpha);
  EXPECT_THAT(verdict.reason, testing::Not(HasSubstr("rows are missing")));
}

}  // namespace
}  // namespace asymptest::written_power_law_test
