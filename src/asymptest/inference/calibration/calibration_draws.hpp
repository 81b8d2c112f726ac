#pragma once

#include <vector>

#include "asymptest/inference/calibration/calibration_families.hpp"
#include "asymptest/inference/sample/summaries.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest {

/// The trials of one data set of a family whose true exponent is `exponent`. Throws
/// std::invalid_argument for a family of normal means, of which summaries alone are drawn.
std::vector<PointTrials> draw_trials(const CalibrationFamily& family, double exponent,
                                     Stream& random);
/// The summaries of one data set.
Statistics draw(const CalibrationFamily& family, double exponent, Stream& random);

}  // namespace asymptest
