#include "asymptest/inference/calibration/calibration_families.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "asymptest/inference/calibration/calibration.hpp"

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
  // Local slope far beyond any sweep; a logarithm leaves its power over log x, a wiggle its swing,
  // exp(√log x) half of 1/√log x.
  constexpr double far = 1e60, leftover = 0.02;
  const double of_root = 0.5 / std::sqrt(std::log(far));
  std::vector<CalibrationFamily> all = calibration_families();
  for (CalibrationFamily& f : unpromised_families()) all.push_back(std::move(f));
  for (const CalibrationFamily& f : all) {
    if (f.name.starts_with("log-periodic")) continue;
    const double a = f.claimed;
    // What is above a constant can't be told from it far out.
    const double constant = f.plus_constant ? f.law(far, a) : 0, from = f.plus_constant ? 1e5 : far;
    const double slope =
        std::log((f.law(from * 1e10, a) - constant) / (f.law(from, a) - constant)) / std::log(1e10);
    const double allowed = f.name.starts_with("exp(sqrt") ? of_root : leftover;
    EXPECT_NEAR(slope, f.has_floor ? 0 : a, allowed) << f.name;
  }
}

TEST(CalibrationFamilies, FallWithASecondAxisAsItsReciprocalWhateverTheFirst) {
  constexpr double far = 1e60, leftover = 0.02;
  int grids = 0;
  for (const CalibrationFamily& f : calibration_families()) {
    if (!f.second_factor) continue;
    ++grids;
    const double along_y =
        std::log(f.second_factor(far, far * 1e10) / f.second_factor(far, far)) / std::log(1e10);
    EXPECT_NEAR(along_y, calibration_second_exponent, leftover) << f.name;
    const double along_x = f.second_factor(far * 1e10, 16) / f.second_factor(far, 16);
    EXPECT_NEAR(along_x, 1, leftover) << f.name;
  }
  EXPECT_GT(grids, 0);
}

TEST(CalibrationFamilies, AreAllPromisedOrUnpromised) {
  std::set<std::string> names;
  for (const CalibrationFamily& f : calibration_families()) names.insert(f.name);
  for (const CalibrationFamily& f : unpromised_families()) {
    EXPECT_TRUE(names.insert(f.name).second) << f.name;
  }
}

// Half of the mean comes from events of probability 4/x: one trial has the variance (x/4 − 1)/4 of
// those, and a quarter of that of a log-normal variable.

}  // namespace
}  // namespace asymptest::calibration_families_test
