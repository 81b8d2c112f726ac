#pragma once

#include <span>

namespace asymptest {

/// Moments of values that were divided by a scale first.
struct Moments {
  double mean = 0;
  double error = 0;  ///< of the mean, √(Σ(x − x̄)²/(n(n − 1))); infinite for a single value
  double skewness = 0;  ///< m₃/m₂^1.5 with the sample's central moments; 0 without spread
  double reach = 0;     ///< largest deviation from the mean
};

/// The moments of `values`/`scale`. With the largest magnitude for a scale no power leaves the
/// range of doubles. Undefined for an empty span or a scale of zero.
Moments moments_of(std::span<const double> values, double scale);

}  // namespace asymptest
