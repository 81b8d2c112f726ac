#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "asymptest/inference/calibration/calibration.hpp"

namespace asymptest {

/// What came of one kind of advice.
struct FollowedAdvice {
  std::int64_t given = 0, decided = 0, wrong = 0;
};

/// Data sets of one family whose claim is true, what was advised for those left open, and what
/// fresh data of the advised designs then said.
struct AdviceCell {
  std::string family;
  std::int64_t open = 0;  ///< inconclusive data sets
  FollowedAdvice trials, sizes, both;
  FollowedAdvice conditional;  ///< advice of each kind that holds unless a logarithm is in it
  std::int64_t none = 0;       ///< no advice, or none within reach
};

/// Follows the advice: `options.replications.front()` data sets a family of one axis, each left
/// open advised, and each advised design drawn afresh from the family. Families of several axes or
/// with a period are passed over. The same numbers whatever the number of jobs.
std::vector<AdviceCell> calibrate_advice(
    const std::vector<CalibrationFamily>& families, const CalibrationOptions& options,
    const std::function<void(const std::string& family)>& progress = {});

/// The family on the design that a remedy makes of its own.
CalibrationFamily after(CalibrationFamily family, double times, double reach, bool finer);

}  // namespace asymptest
