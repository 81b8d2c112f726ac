#pragma once

#include <string>

#include "asymptest/claim/claim.hpp"

namespace asymptest {

/// The mean over `count` trials at a design point, each with the stream that `test`, the point and
/// its number give: what the tests of trials compare with a law.
inline double trial_mean(const std::string& test, const Trial& trial, const Point& at,
                         std::uint64_t count) {
  double sum = 0;
  for (std::uint64_t t = 0; t < count; ++t) {
    Stream random({1, test, at.key(), t});
    sum += trial(at, random);
  }
  return sum / static_cast<double>(count);
}

}  // namespace asymptest
