#include "asymptest/inference/calibration_families.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

namespace asymptest::calibration_families_test {
namespace {

TEST(CalibrationFamilies, HaveNamesWithoutRepetitionOrComma) {
  std::set<std::string> names;
  for (const CalibrationFamily& f : calibration_families()) {
    EXPECT_TRUE(names.insert(f.name).second) << f.name;
    EXPECT_EQ(f.name.find(','), std::string::npos) << f.name;
  }
}

TEST(CalibrationFamilies, TendToTheExponentThatTheyClaimUnlessTheySaySo) {
  // Local slope far beyond any sweep; a logarithm leaves its power over log x, a wiggle its swing.
  constexpr double far = 1e60, leftover = 0.02;
  for (const CalibrationFamily& f : calibration_families()) {
    if (f.name.starts_with("log-periodic")) continue;
    const double slope = std::log(f.law(far * 1e10, -0.5) / f.law(far, -0.5)) / std::log(1e10);
    EXPECT_NEAR(slope, f.has_floor ? 0 : -0.5, leftover) << f.name;
  }
}

TEST(Draw, GivesNormalMeansTheirMeanAndSpread) {
  const CalibrationFamily pure = calibration_families().front();
  constexpr int repetitions = 2000;
  Stream random({1, "calibration-families-test", "", 0});
  double sum = 0, squares = 0, error = 0;
  for (int r = 0; r < repetitions; ++r) {
    const PointStatistic p = draw(pure, -0.5, random).points.front();
    const double deviation = p.log_value - std::log(pure.law(16, -0.5));
    sum += deviation, squares += deviation * deviation, error += p.error / repetitions;
  }
  const double expected = 0.4 / 64;
  // Five standard errors of a mean and of a standard deviation from that many draws.
  EXPECT_NEAR(sum / repetitions, 0, 5 * expected / std::sqrt(repetitions));
  EXPECT_NEAR(std::sqrt(squares / repetitions) / expected, 1, 5 / std::sqrt(2.0 * repetitions));
  // Alike for the mean of the errors, each of which comes from 4096 trials.
  EXPECT_NEAR(error / expected, 1, 5 / std::sqrt(2.0 * 4096 * repetitions));
}

TEST(Draw, GivesPositiveTrialsOfEveryScatter) {
  for (const CalibrationFamily& f : calibration_families()) {
    Stream random({1, "calibration-families-test", f.name, 1});
    const Statistics s = draw(f, -0.5, random);
    ASSERT_EQ(s.points.size(), f.sizes.size()) << f.name;
    for (const PointStatistic& p : s.points) {
      EXPECT_TRUE(std::isfinite(p.log_value)) << f.name;
      EXPECT_GT(p.error, 0) << f.name;
    }
  }
}

}  // namespace
}  // namespace asymptest::calibration_families_test
