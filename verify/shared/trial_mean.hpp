#pragma once

#include <cmath>
#include <string>

#include "asymptest/claim/claim.hpp"

namespace asymptest {

/// A mean over trials and its standard error, from the trials themselves.
struct TrialMean {
  double mean = 0, error = 0;
};

/// The mean over `count` trials at a design point, each with the stream that `test`, the point and
/// its number give: what the tests of trials compare with a law. Its error needs two trials.
inline TrialMean trial_mean_and_error(const std::string& test, const Trial& trial, const Point& at,
                                      std::uint64_t count) {
  double mean = 0, squares = 0;  // of deviations: Welford's recursion
  for (std::uint64_t t = 0; t < count; ++t) {
    Stream random({1, test, at.key(), t});
    const double step = trial(at, random) - mean, share = 1 / static_cast<double>(t + 1);
    mean += share * step;
    squares += (1 - share) * step * step;
  }
  const auto trials = static_cast<double>(count);
  return {mean, std::sqrt(squares / (trials - 1) / trials)};
}

/// That mean alone.
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
