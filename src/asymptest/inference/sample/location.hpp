#pragma once

#include <span>
#include <vector>

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/intervals/bounds.hpp"
#include "asymptest/inference/sample/point_summary.hpp"
#include "asymptest/inference/sample/trials.hpp"

namespace asymptest {

/// What the trials of one design point say of its mean, median or geometric mean.
///
/// Unlike `PointStatistic` it is on the scale of the values themselves, which may be negative or
/// zero, and its intervals stand alone: nothing is pooled over design points.
struct Location {
  Point at;
  Summary summary = Summary::mean;
  std::size_t trials = 0;
  double estimate = 0;
  double error = 0;     ///< standard error (of the mean logarithm for the geometric mean)
  double skewness = 0;  ///< of the trials (of their logarithms)
  /// How far a value that has not been seen may lie from `estimate`; see `locate`.
  double unseen = 0;
  /// The trials in order, for the median and what is free of assumptions.
  std::vector<double> sorted;
  ValueRange range = {};  ///< of a bounded mean's trials
};

/// The location at each point.
///
/// Trials that are all equal need care: they are a measurement without noise, or a rare event that
/// has not happened yet. They are taken as noiseless if every point has at least two equal trials
/// and the common values are not the same at all points; else a value that has not been seen yet
/// may be as far off as the largest magnitude among all trials and `predicted` (one value per
/// point, or empty), and nothing is known where every trial measured zero.
///
/// Throws std::invalid_argument for a point without trials, std::domain_error naming the point and
/// the trial for a value that is not positive under a geometric mean.
std::vector<Location> locate(Summary summary, std::span<const PointTrials> trials,
                             std::span<const double> predicted = {}, const ValueRange& range = {});

/// The interval that the true location lies above of with chance `tail` at most, and below of
/// likewise.
///
/// Mean and geometric mean: Student's, each side widened for skewness by twice the term of the
/// Edgeworth expansion, γ(2t² + 1)/(6√n) standard errors (Johnson 1978, "Modified t tests and
/// confidence intervals for asymmetrical populations"): twice, because samples of a few dozen
/// trials show only half of the skewness of a heavy tail. Median: order statistics, exact for any
/// law (binomial). Proportions and bounded means: `assumption_free_interval`. Noiseless points of
/// the others: the value itself.
/// Throws std::invalid_argument unless 0 < tail < 0.5.
Bounds interval_of(const Location& location, double tail);

/// Standard error of the location on its own scale, for planning; infinite if one trial tells none.
double standard_error(const Location& location);

/// Pointwise 95 % intervals for figures, with `fitted` left NaN.
std::vector<PointSummary> point_summaries(std::span<const Location> locations);

}  // namespace asymptest
