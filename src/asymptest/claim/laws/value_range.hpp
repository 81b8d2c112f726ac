#pragma once

namespace asymptest {

/// What a trial can't leave: lower < upper, both finite.
struct ValueRange {
  double lower = 0, upper = 1;
};

/// Throws std::invalid_argument naming the range unless both ends are finite and lower < upper.
void require_range(const ValueRange& range);

}  // namespace asymptest
