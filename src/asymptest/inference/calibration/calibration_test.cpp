#include "asymptest/inference/calibration/calibration.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "asymptest/inference/calibration/calibration_draws.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/laws/power/power_law.hpp"
#include "asymptest/inference/verdict/region.hpp"

namespace asymptest::calibration_test {
namespace {

// A rate is called too high, or too low, only if it is so with 99.9 % confidence.
constexpr double confidence = 0.998;

std::vector<CalibrationFamily> named(const std::set<std::string>& names) {
  std::vector<CalibrationFamily> chosen;
  for (const CalibrationFamily& f : calibration_families()) {
    if (names.contains(f.name)) chosen.push_back(f);
  }
  EXPECT_EQ(chosen.size(), names.size());
  return chosen;
}

const CalibrationCell& cell(const std::vector<CalibrationCell>& cells, const std::string& family,
                            double bands) {
  return *std::find_if(cells.begin(), cells.end(), [&](const CalibrationCell& c) {
    return c.family == family && c.bands == bands;
  });
}

double surely_below(std::int64_t happened, std::int64_t of) {
  return clopper_pearson(happened, of, confidence).upper;
}

// Families on which the procedure would be wrong at once without the safeguard named beside each.
const std::set<std::string>& telling_families() {
  static const std::set<std::string> names{
      "pure",                                       // the limits themselves
      "1+3x^-0.5",                                  // a correction at all
      "1+1x^-0.5",                                  // a small ω
      "1-0.5x^-0.5",                                // both signs of b
      "1+2x^-0.3-2x^-0.6",                          // two corrections
      "(log x)^0.5",                                // logarithms
      "log(x/8)",                                   // of another scale
      "log(10x)",                                   // of one that bends little
      "n log n + 1 first values (1000 to 128000)",  // with an overhead
      "(x+16)^a",                                   // shifts
      "x^a + 0.02",                                 // a bound on how large a correction may be
      "rare events (256 trials)"};  // an effective sample size large enough everywhere
  return names;
}

TEST(Calibration, IsHardlyEverWrongOnTheTellingFamilies) {
  CalibrationOptions options;
  options.replications = {40};
  for (const CalibrationCell& c : calibrate(named(telling_families()), options)) {
    const ChanceInterval rate =
        clopper_pearson(c.wrong(c.procedure), c.procedure.total(), confidence);
    EXPECT_LE(rate.lower, options.alpha) << c.family << " at " << c.bands << " bands";
  }
}

TEST(Calibration, HasThePowerThatItIsBuiltFor) {
  CalibrationOptions options;
  options.replications = {60};
  const auto cells = calibrate(
      named({"pure", "1+1x^-0.5 (to 2^14)", "1-0.5x^-0.5 (to 2^14)", "1+1x^-0.5 (declared)",
             "pure (to 2^14) (5 trials of 2 %)", "n^a (10 trials of 2 %) (to 2^14)"}),
      options);
  for (const CalibrationCell& c : cells) {
    if (c.bands != 0 && std::abs(c.bands) != 2) continue;
    EXPECT_GE(surely_below(c.right(c.procedure), c.procedure.total()), 0.95)
        << c.family << " at " << c.bands << " bands";
  }
}

// What one verdict gets in a suite of a hundred that is wrong anywhere in 1 %.
constexpr double share_of_suite = 1e-4;

// Wrong verdicts at that share on data whose exponent is as predicted, and for a prediction that is
// two bands below it.
std::int64_t wrong_at_share_of_suite(const CalibrationFamily& family, std::uint64_t data_sets) {
  const Prediction truth = theta({{"x", calibration_exponent}}).within(calibration_band);
  const double lower = calibration_exponent - 3 * calibration_band;
  std::int64_t wrong = 0;
  for (std::uint64_t r = 0; r < data_sets; ++r) {
    Stream random({1, "calibration-test", family.name, r});
    const Statistics data = draw(family, calibration_exponent, random);
    const Verdict verdict = decide_power_law(truth, Polarity::exact, data, share_of_suite);
    const Estimate& exponent = verdict.estimates.front();
    wrong += verdict.outcome == Outcome::refuted;
    wrong +=
        exponent.region_lower >= lower && exponent.region_upper <= lower + 2 * calibration_band;
  }
  return wrong;
}

TEST(Calibration, KeepsToALevelFarBelowOnePercent) {
  // At a level of 1 % instead a dozen verdicts on the corner would be wrong.
  constexpr std::uint64_t data_sets = 1000;
  for (const CalibrationFamily& family : named({"1+4x^-0.3", "pure"})) {
    const std::int64_t wrong = wrong_at_share_of_suite(family, data_sets);
    EXPECT_LE(clopper_pearson(wrong, 2 * data_sets, confidence).lower, share_of_suite)
        << family.name << ": " << wrong;
  }
}

TEST(Calibration, DecidesOnTheBandsEdgeNoMoreOftenThanStated) {
  CalibrationOptions options;
  options.replications = {150};
  const auto cells = calibrate(named({"pure (65536 trials)"}), options);
  for (const double bands : {-1.0, 1.0}) {
    const Decisions& d = cell(cells, "pure (65536 trials)", bands).procedure;
    for (const std::int64_t decided : {d.supported, d.refuted}) {
      EXPECT_LE(clopper_pearson(decided, d.total(), confidence).lower, exponent_chance_at_edge)
          << bands;
    }
  }
}

TEST(Calibration, GivesTheSameCountsOnAnyNumberOfThreads) {
  CalibrationOptions one, three;
  one.replications = three.replications = {4};
  three.jobs = 3;
  const auto families = named({"pure", "1+1x^-1"});
  const auto a = calibrate(families, one), b = calibrate(families, three);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].procedure.supported, b[i].procedure.supported);
    EXPECT_EQ(a[i].procedure.refuted, b[i].procedure.refuted);
    EXPECT_EQ(a[i].naive.refuted, b[i].naive.refuted);
  }
}

// At the edge of a wide alpha, so that few data sets show it: 1 − 0.005^(1/40) = 0.12.
TEST(Calibration, DrawsFreshDataOnlyWhereTheFirstDoNotShowTheRate) {
  CalibrationOptions options;
  options.alpha = 0.2;
  options.replications = {40, 60};
  auto cells = calibrate(named({"pure"}), options);
  EXPECT_EQ(cell(cells, "pure", 4).stage, 1);
  EXPECT_EQ(cell(cells, "pure", 4).procedure.total(), 40);
  options.replications = {4, 60};
  cells = calibrate(named({"pure"}), options);
  EXPECT_EQ(cell(cells, "pure", 4).stage, 2);
  EXPECT_EQ(cell(cells, "pure", 4).procedure.total(), 60) << "the first four don't count";
  EXPECT_EQ(cell(cells, "pure", 1).stage, 1) << "nothing can be wrong there";
}

TEST(Calibration, GoesOnToTheThirdStageOnlyWhereTheSecondLeavesTheRateOpen) {
  CalibrationOptions options;
  options.alpha = 0.2;
  options.replications = {2, 60, 3};
  EXPECT_EQ(cell(calibrate(named({"pure"}), options), "pure", 4).stage, 2);
  options.replications = {2, 3, 5};
  const auto cells = calibrate(named({"pure"}), options);
  EXPECT_EQ(cell(cells, "pure", 4).stage, 3);
  EXPECT_EQ(cell(cells, "pure", 4).procedure.total(), 5);
}

TEST(Calibration, DrawsTheStagesFromOneSequenceWithoutRepetition) {
  // So few data sets show nothing, and each cell where a verdict can be wrong enters both stages.
  CalibrationOptions whole, first, both;
  whole.replications = {6};
  first.replications = {2};
  both.replications = {2, 4};
  const auto family = named({"1+1x^-0.5"});
  const auto six = calibrate(family, whole), two = calibrate(family, first),
             four = calibrate(family, both);
  for (const double bands : {0.0, -2.0, 2.0, -4.0, 4.0}) {
    const auto right = [&](const std::vector<CalibrationCell>& cells) {
      const CalibrationCell& c = cell(cells, "1+1x^-0.5", bands);
      return c.right(c.procedure);
    };
    EXPECT_EQ(right(six), right(two) + right(four)) << bands;
  }
}

TEST(Calibration, TheBoundsOfAllStagesHoldTogether) {
  constexpr double rounding = 1e-12;
  const auto error_of_bound = [](int stage, std::vector<std::int64_t> stages) {
    CalibrationCell c;
    c.procedure = {100, 0, 0};
    c.stage = stage;
    CalibrationOptions options;
    options.replications = std::move(stages);
    return std::pow(1 - wrong_rate(c, options).upper, 100.0);  // none of a hundred
  };
  EXPECT_NEAR(error_of_bound(1, {100}), 0.01, rounding);
  EXPECT_NEAR(error_of_bound(1, {100, 100}), 0.005, rounding);
  EXPECT_NEAR(error_of_bound(2, {100, 100}), 0.005, rounding);
  EXPECT_NEAR(error_of_bound(1, {100, 100, 100}), 0.005, rounding);
  EXPECT_NEAR(error_of_bound(2, {100, 100, 100}), 0.0025, rounding);
  EXPECT_NEAR(error_of_bound(3, {100, 100, 100}), 0.0025, rounding);
}

TEST(Calibration, RefusesAStageWithoutDataSets) {
  CalibrationOptions options;
  options.replications = {};
  EXPECT_THROW(calibrate(named({"pure"}), options), std::invalid_argument);
  options.replications = {3, 0};
  EXPECT_THROW(calibrate(named({"pure"}), options), std::invalid_argument);
}

TEST(Calibration, SeesThatTheNaiveRuleIsAlwaysWrongOnAStrongCorrection) {
  CalibrationOptions options;
  options.replications = {10};
  const auto cells = calibrate(named({"1+3x^-0.5"}), options);
  const CalibrationCell& c = cell(cells, "1+3x^-0.5", 0);
  EXPECT_EQ(c.wrong(c.naive), 10);
  EXPECT_EQ(c.wrong(c.weighted_line), 10);
}

TEST(CalibrationCell, CountsAsWrongWhatTheContractCallsWrong) {
  CalibrationCell c;
  c.procedure = {3, 5, 7};
  EXPECT_EQ(c.wrong(c.procedure), 5) << "refuted though true";
  EXPECT_EQ(c.right(c.procedure), 3);
  c.bands = 1;
  EXPECT_EQ(c.wrong(c.procedure), 0) << "on the band's edge nothing is wrong";
  c.bands = -2;
  EXPECT_EQ(c.wrong(c.procedure), 3) << "supported though two bands off";
  EXPECT_EQ(c.right(c.procedure), 5);
  c.bands = 0;
  c.has_floor = true;
  EXPECT_EQ(c.wrong(c.procedure), 3) << "no power law at all";
}

}  // namespace
}  // namespace asymptest::calibration_test
