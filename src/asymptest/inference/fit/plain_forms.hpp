#pragma once

#include <span>
#include <string>
#include <vector>

#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// A curve that is no power law, fitted to summaries of one size.
struct PlainFit {
  double misfit = 0;               ///< Σ((fitted/observed − 1)/error)²
  std::vector<double> parameters;  ///< in the order of the formula
  std::vector<double> fitted;      ///< at each design point
  double goodness_of_fit = 0;      ///< p-value of the misfit; NaN if nothing tells
  bool adequate = true;            ///< false if noise makes such a misfit with chance alpha at most
};

/// Fits Q = A + B·log x by weighted least squares. `sizes`: x at each design point, positive.
/// Throws std::invalid_argument for fewer than four different sizes.
PlainFit fit_logarithm(const Statistics& statistics, std::span<const double> sizes, double alpha);

/// Fits Q = A·e^(−r·x), or Q = A·e^(−r·x) + E, parameters A, r(, E), r of either sign: linear in A
/// and E for a given r (variable projection, Golub and Pereyra 1973), whose misfit is searched on a
/// grid and followed by Brent's method. Throws as `fit_logarithm` does.
PlainFit fit_exponential(const Statistics& statistics, std::span<const double> sizes, double alpha);
PlainFit fit_exponential_beside_constant(const Statistics& statistics,
                                         std::span<const double> sizes, double alpha);

}  // namespace asymptest
