#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "asymptest/inference/sample/trials.hpp"

namespace asymptest {

/// Rows that are missing where values come near a bound, as those of time-outs or of an
/// instrument's limit do that somebody left out: what is left is a biased sample.
struct MissingRows {
  std::vector<std::string> points;  ///< design points that lack them
  double bound = 0;                 ///< the largest value of all, or the smallest
  bool above = true;                ///< of which
};

/// Missing at a design point are the trials that it has fewer than those with most, a fifth at
/// least. A straight line through the logarithms at the points with all their trials, and the
/// scatter of trials there, say how many would lie beyond the largest value that was seen (or the
/// smallest); they are taken to be those where they come to half of them at least. A design that
/// has fewer trials at larger sizes for their cost lets far fewer be expected there: about one of n
/// + 1 lies beyond the largest of n. Nothing unless four points have all their trials and all
/// trials are positive.
std::optional<MissingRows> missing_rows(std::span<const PointTrials> trials);

}  // namespace asymptest
