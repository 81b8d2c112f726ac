#include "asymptest/claim/laws/value_range.hpp"

#include <cmath>

#include "asymptest/require/require.hpp"

namespace asymptest {

void require_range(const ValueRange& range) {
  require(std::isfinite(range.lower) && std::isfinite(range.upper) && range.lower < range.upper,
          "the range of a trial is [{}, {}], expected two finite numbers, the lower first",
          range.lower, range.upper);
}

}  // namespace asymptest
