#include "asymptest/estimate/smallest_band.hpp"

#include <algorithm>

namespace asymptest::cli {

double smallest_band(const ExponentRegion& region) {
  const Bounds &inner = region.inner, &outer = region.outer;
  // w ≥ inner.upper − a, (outer.upper − a)/2, a − inner.lower, (a − outer.lower)/2: the least of
  // the largest of lines in a is where a falling one meets a rising one.
  return std::max({(inner.upper - inner.lower) / 2, (outer.upper - outer.lower) / 4,
                   (inner.upper - outer.lower) / 3, (outer.upper - inner.lower) / 3});
}

}  // namespace asymptest::cli
