#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include "asymptest/claim/defaults.hpp"
#include "asymptest/inference/calibration/calibration_families.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest {

/// How often a rule decided what.
struct Decisions {
  std::int64_t supported = 0, refuted = 0, inconclusive = 0;

  void count(Outcome outcome);
  [[nodiscard]] std::int64_t total() const { return supported + refuted + inconclusive; }
};

/// The decisions on data of one family whose true exponent is `bands` bands off the predicted one.
struct CalibrationCell {
  std::string family;
  double bands = 0;
  bool has_floor = false;
  Decisions procedure, naive, weighted_line;
  Decisions last_half, offset_bootstrap;  ///< where `CalibrationOptions::all_rules` asks for them
  double trials = 0;                      ///< of one data set, over all sizes
  double power_bound = 0;                 ///< by the information bound; NaN where that isn't known
  int stage = 1;                          ///< that the decisions are of

  /// Wrong by the definition in `decide`: refuted at the predicted exponent, or supported at two
  /// bands off or more. With a floor: supported. One band off nothing is wrong.
  [[nodiscard]] std::int64_t wrong(const Decisions& decisions) const;
  /// Decided as it should be: supported at the predicted exponent, else refuted.
  [[nodiscard]] std::int64_t right(const Decisions& decisions) const;
  /// Whether a verdict can be wrong there: not one band off.
  [[nodiscard]] bool can_be_wrong() const {
    return has_floor || bands == 0 || std::abs(bands) >= 2;
  }
};

/// How a calibration draws its data sets, and how it decides them.
struct CalibrationOptions {
  double alpha = defaults::alpha;
  /// Data sets of each cell, stage by stage. A cell enters the next stage if the present one leaves
  /// open that its rate of wrong verdicts is above alpha. The data of a stage are fresh, their
  /// number is fixed beforehand, and the last stage that a cell entered counts alone, so that the
  /// looks at the stages before have no influence on what it shows.
  std::vector<std::int64_t> replications{50};
  std::uint64_t seed = defaults::seed;
  int jobs = 1;
  bool all_rules = false;  ///< the dearer plain rules too
};

/// The claim that is decided: exponent −1/2, or what the family says, within 0.05; on a second axis
/// −1, which is true.
inline constexpr double calibration_second_exponent = -1;
inline constexpr double calibration_band = 0.05;
/// True exponents, in bands off the predicted one.
inline constexpr double calibration_deviations[] = {0, -1, 1, -2, 2, -4, 4};

/// The claim that data of a family are held against.
Prediction prediction_for(const CalibrationFamily& family);

/// The rate of wrong verdicts of a cell. Each bound holds at 99 % confidence over all stages: the
/// first has half of that error, the next half of the rest, and the last what remains (three
/// stages: 0.5 %, 0.25 %, 0.25 %), so that most of it is where most of the cells end.
ChanceInterval wrong_rate(const CalibrationCell& cell, const CalibrationOptions& options);

/// Whether the data show that a cell's rate of wrong verdicts is alpha at most.
bool shown_to_hold(const CalibrationCell& cell, const CalibrationOptions& options);

/// Decides the data sets of each family and deviation. The same numbers whatever the
/// number of jobs. `progress` is called, never from two threads at once, when a family is done.
/// Throws std::invalid_argument unless there is a stage and each has at least one data set.
std::vector<CalibrationCell> calibrate(
    const std::vector<CalibrationFamily>& families, const CalibrationOptions& options,
    const std::function<void(const std::string& family)>& progress = {});

}  // namespace asymptest
