#pragma once

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/intervals/bounds.hpp"
#include "asymptest/inference/sample/trials.hpp"

namespace asymptest {

/// The interval that the mean of a point's trials lies above of with chance `tail` at most, and
/// below of likewise, whatever law the trials have if they are independent: of a proportion the
/// exact binomial one (Clopper and Pearson 1934), of a bounded mean `betting_interval`, which also
/// holds at any stop.
/// Throws std::domain_error naming the trial and the point for a trial of a proportion that is
/// neither 0 nor 1, or one out of its range; std::invalid_argument for a point without trials,
/// another summary, or unless 0 < tail < 0.5.
Bounds assumption_free_interval(Summary summary, const ValueRange& range, const PointTrials& trials,
                                double tail);

}  // namespace asymptest
