#pragma once

#include <span>

#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// How far the misfit may exceed the least one within a confidence region: a likelihood-ratio
/// region for normal noise of known size, of a size estimated from trials, or from residuals.
struct LikelihoodRatioLimit {
  double noise_variance = 1;  ///< of the residuals, in units of their stated errors
  double degrees = 0;         ///< of freedom of the noise; 0: nothing is known, no limit

  /// For a region that misses with `chance` (over both sides), where `parameters` are tested at
  /// once: parameters · F-quantile.
  [[nodiscard]] double at(double chance, int parameters = 1) const;
  /// For one parameter beside others that may lie on the bounds of their ranges, two of them at
  /// once. There the excess isn't χ²₁: it grows where the bounds keep the true law from giving way,
  /// to one side only, and its tail is at most half that of χ²₂ (Chernoff 1954; Self and Liang
  /// 1987). Needs chance < 1/2.
  [[nodiscard]] double at_bounds(double chance) const;
};

/// How well a law with `parameters` parameters fits, and the limit that follows.
struct FitQuality {
  LikelihoodRatioLimit limit;
  double p_value = 0;    ///< that noise alone makes a misfit as large; NaN if nothing tells
  bool adequate = true;  ///< false if the p-value is too small to believe the law
};

/// The chance that independent noise follows itself as closely as these residuals do, in the order
/// of their sizes: von Neumann's ratio Σ(eᵢ − eᵢ₋₁)²/Σeᵢ², normal to a good approximation from
/// eight residuals on (von Neumann 1941; Durbin and Watson 1950). A fit of a smooth law makes
/// residuals alternate, which errs on the side of no alarm. NaN for fewer than eight.
double serial_chance(std::span<const double> residuals);

/// Where the trials tell the noise and the law fits, the noise is that of the trials. Else it is
/// taken from the residuals: what no law explains is treated as noise of the size that shows. If
/// that is no independent noise, for it exceeds what the trials say or follows itself, it doesn't
/// average out over sizes: its variance is that of eight sizes at most.
///
/// `residuals`: log observed minus log fitted in the order of the sizes. Where trials don't tell
/// the noise they are the test of fit, unless they are below a thousandth.
/// A true law is turned away with the chance `alpha` of the verdict, and 1 % at most.
FitQuality fit_quality(const Statistics& statistics, double misfit, double parameters, double alpha,
                       std::span<const double> residuals = {});

}  // namespace asymptest
