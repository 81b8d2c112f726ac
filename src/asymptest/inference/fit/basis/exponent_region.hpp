#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "asymptest/inference/sample/location.hpp"

namespace asymptest {

/// What the data say of one factor's exponent.
struct ExponentRegion {
  double estimate = 0;
  Bounds inner;  ///< decides on which side of the band's edge it lies
  Bounds outer;  ///< at the verdict's own confidence: guards against a wrong one, and is reported

  /// The region of 1/x's exponent.
  [[nodiscard]] ExponentRegion negated() const;
};

/// Chances with which the regions miss the true exponent.
struct RegionChances {
  double edge = 0;   ///< of each bound of the inner region
  double alpha = 0;  ///< of both bounds together of the outer region
  /// Half the width of the band that the regions are for: two of it away lies what must be told
  /// from it. Zero: none.
  double band = 0;
};

/// How many times the trials `PowerLawFit::with_more_trials` stands for.
inline constexpr double more_trials_factor = 16;

/// Logarithm of a law at any size, also beyond the sweep.
using LogLaw = std::function<double(double size)>;

/// A power law fitted with its finite-size corrections.
struct PowerLawFit {
  std::vector<ExponentRegion> exponents;  ///< in the order of the law's factors
  /// What the regions would be if the noise had a quarter of its size, that is with 16 times the
  /// trials: tells whether trials or sizes are lacking.
  std::vector<ExponentRegion> with_more_trials;
  std::vector<double> fitted;  ///< logarithm of the law at each design point
  double goodness_of_fit = 0;  ///< p-value of the best model; NaN if nothing tells
  /// Whether some model fits to within the trials' noise. If none does, the noise is taken from the
  /// residuals instead.
  bool adequate = true;
  std::optional<double> constant;         ///< E, of a law beside a constant
  std::optional<Bounds> constant_region;  ///< that holds E, at the outer region's confidence
  std::string model;
  /// The law fitted with a given exponent, empty if it fits with none; of one factor without a
  /// period, else no function.
  std::function<LogLaw(double exponent)> law_at;
  /// Whether a logarithm that the law doesn't speak of reaches farther than all else does.
  bool logarithm_is_open = false;
  /// The hidden term, a logarithm or one that leads at first, that reaches farthest; empty if none
  /// reaches farther than the other laws do.
  std::string rival;
};

}  // namespace asymptest
