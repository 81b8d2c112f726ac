#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/inference/sample/point_summary.hpp"

namespace asymptest {

enum class Outcome { supported, refuted, inconclusive };

std::string_view name_of(Outcome outcome);
/// The inverse. Throws std::invalid_argument with the name and the known ones.
Outcome parse_outcome(std::string_view name);

/// What an inconclusive verdict asks for.
enum class Need { nothing, more_trials, larger_sizes };

std::string_view name_of(Need need);
/// The inverse. Throws std::invalid_argument with the name and the known ones.
Need parse_need(std::string_view name);

/// One quantity that the verdict rests on (an exponent, a rate, a relative deviation, a chance of
/// violation, a location), with its confidence interval at the verdict's level.
struct Estimate {
  std::string name;  ///< the factor's or the axis's name
  double estimate = 0, lower = 0, upper = 0;
  double predicted = 0;
  double band_lower = 0, band_upper = 0;  ///< infinite on the open side of a one-sided prediction
  /// The region that decides: `supported` exactly if it lies within the band, `refuted` exactly if
  /// it lies outside (region.hpp). NaN where the prediction is decided otherwise.
  double region_lower = std::numeric_limits<double>::quiet_NaN();
  double region_upper = std::numeric_limits<double>::quiet_NaN();
};

/// The decision on one claim or control.
struct Verdict {
  Outcome outcome = Outcome::inconclusive;
  std::string reason;     ///< one sentence for a person: what was found
  std::string asked_for;  ///< what would decide, where it is known; see `whole_reason`
  std::vector<Estimate> estimates;
  double alpha = 0;  ///< the chance that this outcome is wrong, at most
  Need need = Need::nothing;
  std::string model;           ///< "power law with a correction x^-0.5 b = 0.98"
  double goodness_of_fit = 0;  ///< p-value of the best model; NaN where it means nothing
  std::vector<PointSummary> points;
};

/// "reason; asked_for": what was found and what would decide, as views show it.
std::string whole_reason(const Verdict& verdict);

}  // namespace asymptest
