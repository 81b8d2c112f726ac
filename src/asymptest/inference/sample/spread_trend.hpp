#pragma once

#include <span>
#include <vector>

namespace asymptest {

/// The spread of a single trial at one design point.
struct SpreadEstimate {
  double variance = 0;  ///< of a trial, as its own trials tell
  double degrees = 0;   ///< of freedom; 0: they don't tell
  double log_size = 0;  ///< along which the variance may change
};

/// Variances drawn towards what the sizes show together.
struct ShrunkSpread {
  std::vector<double> variances;
  double degrees = 0;        ///< of all of them together
  double prior_degrees = 0;  ///< trials that the common trend counts for at each point
};

/// Empirical Bayes for variances of few trials (Smyth 2004): each becomes
///
///     (d₀·s₀²(x) + d·s²)/(d₀ + d)
///
/// s₀² the trend of the variance, a constant or, where that fits the variances by two standard
/// errors better, a power of the size (a gamma regression with logarithmic link); d₀ from how
/// much more the log variances scatter about it than log χ²_d does, at most `most_prior_degrees`,
/// so that points of many trials keep their own spread. With two or three trials a spread of one's
/// own is so small by chance, and its weight so large, that verdicts are wrong ten times too often.
/// Needs a point with degrees > 0 and a positive variance.
ShrunkSpread shrink_spread(std::span<const SpreadEstimate> points);

inline constexpr double most_prior_degrees = 32;

}  // namespace asymptest
