#pragma once

#include <string>
#include <vector>

#include "asymptest/claim/prediction.hpp"
#include "asymptest/inference/summaries.hpp"

namespace asymptest {

struct Interval {
  double lower = 0, upper = 0;
};

/// What the data say of one factor's exponent.
struct ExponentRegion {
  double estimate = 0;
  Interval inner;  ///< decides on which side of the band's edge it lies
  Interval guard;  ///< each bound misses with chance alpha: what guards against a wrong verdict
  Interval outer;  ///< both bounds together miss with chance alpha: what is reported
};

/// Chances with which the regions miss the true exponent.
struct RegionChances {
  double edge = 0;   ///< of each bound of the inner region
  double alpha = 0;  ///< of each bound of the guard, and of both bounds of the outer region
};

/// A power law fitted with its finite-size corrections.
struct PowerLawFit {
  std::vector<ExponentRegion> exponents;  ///< in the order of the law's factors
  std::vector<double> fitted;             ///< logarithm of the law at each design point
  double goodness_of_fit = 0;             ///< p-value of the best model; NaN if nothing tells
  /// Whether some model fits to within the trials' noise. If none does, the noise is taken from the
  /// residuals instead.
  bool adequate = true;
  std::string model;
};

/// Fits the law to the statistics.
/// Throws std::invalid_argument for too few distinct sizes of a factor.
PowerLawFit fit_power_law(const PowerLaw& law, const Statistics& statistics,
                          const RegionChances& chances);

}  // namespace asymptest
