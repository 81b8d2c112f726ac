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
  Interval inner;  ///< at the confidence that decides on which side of the band's edge it lies
  Interval outer;  ///< at the verdict's own confidence
};

/// Chances with which the regions miss the true exponent, split over both sides.
struct RegionChances {
  double inner = 0, outer = 0;
};

/// A power law fitted with its finite-size corrections.
struct PowerLawFit {
  std::vector<ExponentRegion> exponents;  ///< in the order of the law's factors
  std::vector<double> fitted;             ///< logarithm of the law at each design point
  double goodness_of_fit = 0;             ///< p-value of the best model; NaN if nothing tells
  bool adequate = true;                   ///< whether any model that was tried fits
  std::string model;
};

/// Fits the law to the statistics.
/// Throws std::invalid_argument for too few distinct sizes of a factor.
PowerLawFit fit_power_law(const PowerLaw& law, const Statistics& statistics,
                          const RegionChances& chances);

}  // namespace asymptest
