#pragma once

#include <cstddef>

#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// The summary of the trials at one design point, with the fit beside it, for figures and tables.
struct PointSummary {
  Point at;
  std::size_t trials = 0;
  double summary = 0, lower = 0, upper = 0;  ///< pointwise 95 % interval
  double fitted = 0;                         ///< NaN if nothing was fitted
};

}  // namespace asymptest
