#pragma once

#include <span>

#include "asymptest/inference/correction/observation.hpp"

namespace asymptest {

/// The line through logarithms by least squares, weights 1/error².
struct WeightedLine {
  double slope = 0;
  double error = 0;   ///< standard error of the slope, (Σ w (x − x̄)²)^(−½)
  double misfit = 0;  ///< Σ w·residual²: χ² of two degrees fewer than there are observations
};

/// Of observations at two different sizes at least, with positive errors; not a number else.
WeightedLine weighted_line(std::span<const Observation> data);

}  // namespace asymptest
