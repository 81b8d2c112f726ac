#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/design/sequential.hpp"
#include "asymptest/inference/sample/trials.hpp"

namespace asymptest {

/// What is expected at one look.
struct LookForecast {
  Look look;
  double standard_error = 0;  ///< of the exponent, or of the worst point's relative deviation
  double support = 0;         ///< chance of `supported` if the truth is as predicted
  double refute = 0;          ///< chance of `refuted` if the truth is two bands off
};

/// What it is expected to take until a prediction is decided.
struct Forecast {
  std::string quantity;  ///< what the standard error is of
  std::vector<LookForecast> looks;
  /// Trials per design point until `supported`, or until the last look, in the mean.
  double expected_trials = 0;
};

/// Forecasts the looks of a schedule from a pilot: `pilot` holds at least two trials at each design
/// point (one for an inequality).
///
/// Power laws: the information bound with the correction term (`exponent_influences`) and normal
/// quantiles, so that the forecast is a little rosy where ω has to be found; errors grow as the
/// decision's do while a mean rests on few trials (`rests_on_few`), as skewed as the pilot's.
/// Values: the standard error of each point. Inequalities: the number of trials without a
/// violation. The looks are taken to be nested: what one decides, the later ones would decide.
///
/// Throws std::invalid_argument for a shape or a decay, which have no such forecast, and for a
/// pilot that tells no spread.
Forecast forecast(const Prediction& prediction, std::span<const PointTrials> pilot,
                  std::span<const Look> looks);

}  // namespace asymptest
