#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"
#include "asymptest/inference/correction/observation.hpp"
#include "asymptest/inference/fit/basis/regressor.hpp"
#include "asymptest/inference/sample/location.hpp"

namespace asymptest {

/// x^a alone, fitted to the sizes nearest to the limit by weighted least squares of logarithms.
struct LocalPower {
  double exponent = 0;
  double error = 0;       ///< in units of the errors that the statistics state
  std::size_t count = 0;  ///< of sizes
  bool of_first = false;  ///< that they are the first ones of the sweep, not the last

  /// The exponents that a misfit of `most` more than the least allows.
  [[nodiscard]] Bounds within(double most) const;
};

/// Logarithms of sizes and summaries, ordered towards the limit.
std::vector<Observation> observed_in_order(const Regressor& sizes, const Statistics& statistics);

/// The exponent that the sizes nearest to the limit have by themselves: of as many of them as
/// follow x^a alone to within the noise (5 %), from half of all down to three; none where three
/// don't. A law that changed its regime before them, abruptly or by a term that no family holds,
/// has this exponent. Where only residuals tell the noise, which such a change inflates, those of
/// all numbers of sizes that follow x^a.
std::vector<LocalPower> powers_of_last_sizes(const Regressor& sizes, const Statistics& statistics,
                                             const LikelihoodRatioLimit& noise);

/// The power of the sizes after a break of the exponent, where only residuals tell the noise: where
/// two powers, one before the break and one behind it, fit so much better than the best law, whose
/// misfit is `least_misfit`, that noise would make them do so with a chance of 1 %. Three sizes at
/// least are on either side, half of all at most behind. The error is that of the two powers'
/// residuals, in units of the square root of `noise_variance`. None for fewer than eight sizes.
std::optional<LocalPower> power_after_a_break(const Regressor& sizes, const Statistics& statistics,
                                              double least_misfit, double noise_variance);

}  // namespace asymptest
