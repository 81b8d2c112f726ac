#pragma once

#include "asymptest/inference/summaries.hpp"

namespace asymptest {

/// How far the misfit may exceed the least one within a confidence region: a likelihood-ratio
/// region for normal noise of known size, of a size estimated from trials, or from residuals.
struct ExcessLimit {
  double noise_variance = 1;  ///< of the residuals, in units of their stated errors
  double degrees = 0;         ///< of freedom of the noise; 0: nothing is known, no limit

  /// For a region that misses with `chance` (over both sides), where `parameters` are tested at
  /// once: parameters · F-quantile.
  [[nodiscard]] double at(double chance, int parameters = 1) const;
};

/// How well a law with `parameters` parameters fits, and the limit that follows.
struct FitQuality {
  ExcessLimit limit;
  double p_value = 0;    ///< that noise alone makes a misfit as large; NaN if nothing tells
  bool adequate = true;  ///< false if the p-value is too small to believe the law
};

/// Where the trials tell the noise and the law fits, the noise is that of the trials. Else it is
/// taken from the residuals: what no law explains is treated as noise of the size that shows.
FitQuality fit_quality(const Statistics& statistics, double misfit, double parameters);

}  // namespace asymptest
