#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "asymptest/inference/calibration/plain_rules.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// How trials scatter around the law.
enum class Scatter {
  normal_means,  ///< summaries drawn from their exact joint law under normal trials
  student,       ///< 1 + spread·T with 3 degrees of freedom, redrawn if not positive
  log_normal,    ///< exp(spread·Z), divided by its mean, for the mean
  rare_event,    ///< half of the mean from events of probability 4/x, for the mean
  pareto,        ///< tail exponent 2.5: a variance but no skewness, for the mean
  log_student,   ///< exp(spread·T) with 3 degrees of freedom, for the geometric mean
  coin,          ///< 1 with the law as its chance, else 0, for the proportion
  share,         ///< U^(1/q − 1) of [0, 1] with mean q, the law, for the bounded mean
  outlier,       ///< gamma-like trials, of which one at one size is 100 times too large
  single         ///< one trial a size, normal on the logarithm
};

/// The exponent that is claimed, unless a family says otherwise.
inline constexpr double calibration_exponent = -0.5;

/// A family of data with a known asymptotic exponent.
struct CalibrationFamily {
  std::string name;
  double claimed = calibration_exponent;  ///< the exponent that the claim says
  /// The law at size x with asymptotic exponent a.
  std::function<double(double x, double a)> law;
  std::vector<double> sizes;
  /// What the law is multiplied with at size y of a second axis, asymptotically 1/y, and the sizes
  /// there; empty: one axis. The design is the full grid.
  std::function<double(double x, double y)> second_factor;
  std::vector<double> second_sizes;
  std::int64_t trials = 4096;                 ///< at each point
  double spread = 0.4;                        ///< of a trial, relative
  std::function<double(double x)> spread_at;  ///< in its stead where it varies
  Scatter scatter = Scatter::normal_means;
  double quantum = 0;  ///< that each trial is rounded to a multiple of; 0: none
  double time_out = std::numeric_limits<double>::infinity();  ///< trials beyond are left out
  Summary summary = Summary::mean;
  std::optional<double> declared_omega;
  bool up_to_logs = false;
  bool may_be_cost = false, may_begin_early = false, may_hide_terms = false;
  std::optional<double> period;  ///< declared
  bool plus_constant = false;    ///< declared
  /// Whether the law's exponent is not what `a` says but 0: any support is then wrong, no
  /// refutation is.
  bool has_floor = false;
  std::optional<CorrectedLaw> corrected;  ///< where the information bound is known

  /// How many design points a data set has.
  [[nodiscard]] std::size_t points() const {
    return sizes.size() * (second_factor ? second_sizes.size() : 1);
  }
};

/// All families for which the verdicts' error rate is promised, in the order of the table.
std::vector<CalibrationFamily> calibration_families();

/// Families that break an assumption of the procedure, to show what happens where nothing is
/// promised: few trials whose noise changes with the size, a crossover within the sweep, a floor
/// that hardly shows in it.
std::vector<CalibrationFamily> unpromised_families();

}  // namespace asymptest
