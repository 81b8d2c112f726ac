#pragma once

#include <vector>

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// Below four different sizes, a correction can't be told from the exponent.
inline constexpr std::size_t fewest_sizes = 4;

/// Whether the factor leaves open which limit its law speaks of: it doesn't say, and some size is
/// below 1. Then the numbers may be those of a small parameter or of large sizes in a large unit.
bool leaves_limit_open(const Factor& factor, const Statistics& statistics);

/// The limit that the factor's law speaks of: as it says, else infinity.
/// Throws std::invalid_argument naming the factor and its sizes if it leaves the limit open.
Towards limit_of(const Factor& factor, const Statistics& statistics);

/// Logarithms of a factor's regressor at each point, turned so that they grow towards the limit.
struct Regressor {
  std::vector<double> logs;
  double direction = 1;  ///< −1 if turned: the exponent then changes its sign

  /// The points' places from the one farthest from the limit to the nearest.
  [[nodiscard]] std::vector<std::size_t> order() const;
};

/// Throws std::invalid_argument naming the factor if it takes fewer than four different sizes, or
/// leaves its limit open.
Regressor regressor(const Factor& factor, const Statistics& statistics);

}  // namespace asymptest
