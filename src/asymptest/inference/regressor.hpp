#pragma once

#include <vector>

#include "asymptest/claim/prediction.hpp"
#include "asymptest/inference/summaries.hpp"

namespace asymptest {

/// Below four different sizes, a correction can't be told from the exponent.
inline constexpr std::size_t fewest_sizes = 4;

/// Whether the sizes are small parameters, all 1 or less, so that the law speaks of the limit 0
/// (a step size, a radius) rather than of infinity.
bool shrinks(const Factor& factor, const Statistics& statistics);

/// Logarithms of a factor's regressor at each point, turned so that they grow towards the limit.
struct Regressor {
  std::vector<double> logs;
  double direction = 1;  ///< −1 if turned: the exponent then changes its sign
};

/// Throws std::invalid_argument naming the factor if it takes fewer than four different sizes.
Regressor regressor(const Factor& factor, const Statistics& statistics);

}  // namespace asymptest
