#pragma once

#include <cstdint>
#include <string>

#include "asymptest/claim/claim.hpp"
#include "asymptest/claim/defaults.hpp"
#include "asymptest/inference/design/power_analysis.hpp"

namespace asymptest::cli {

/// What a claim is expected to need at a tier.
struct Plan {
  std::string subject;
  std::string prediction;
  Tier tier = defaults::tier;
  double alpha = 0;  ///< the subject's share of the suite's level
  std::size_t design_points = 0;
  std::int64_t pilot_trials = 0;  ///< at each design point
  double seconds_per_round = 0;   ///< of one trial at every design point, on one thread
  Forecast forecast;

  [[nodiscard]] double expected_seconds() const {
    return forecast.expected_trials * seconds_per_round;
  }
};

/// Measures `budget.first` trials at each design point of the tier, stores nothing, and forecasts
/// the looks. Throws what the trials throw, and std::invalid_argument where nothing can be
/// forecast.
Plan make_plan(const Subject& subject, Tier tier, std::uint64_t seed, double alpha);

/// A table with a line for each look, and what to expect in a sentence.
std::string plan_text(const Plan& plan);

/// One object with the same.
std::string plan_json(const Plan& plan);

}  // namespace asymptest::cli
