#pragma once

#include <span>
#include <vector>

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/sample/point_summary.hpp"
#include "asymptest/inference/sample/trials.hpp"

namespace asymptest {

/// What the trials of one design point say of the declared summary (mean, median or geometric
/// mean), on the logarithmic scale.
struct PointStatistic {
  Point at;
  std::size_t trials = 0;
  double log_value = 0;
  /// Standard error of `log_value`. Where the noise is unknown it is relative to that of a single
  /// trial: 1/√trials.
  double error = 0;
  /// Of the trials (mean) or of their logarithms (geometric mean); 0 for a median.
  double skewness = 0;
  /// The largest deviation of a trial from the mean, in terms of it (mean), or of a logarithm from
  /// theirs (geometric mean); 0 for a median.
  double reach = 0;
};

/// The summaries of all design points.
struct Statistics {
  std::vector<PointStatistic> points;
  /// Whether the trials themselves tell the noise. Else (one trial a point, or no spread at all)
  /// only the residuals of a fit can.
  bool noise_is_known = false;
  /// Degrees of freedom of the standard errors.
  double degrees = 0;
};

/// The summary of each point.
///
/// The standard error of a mean is that of Student's statistic, carried to the logarithm by the
/// delta method; of a median, from the order statistics that a normal 95 % interval for the rank
/// gives (McKean and Schrader 1984), on the logarithmic scale where the lower one is positive, else
/// relative to the median; of a geometric mean, that of the mean logarithm.
///
/// The spreads of points of few trials are drawn towards what all points show (spread_trend.hpp).
///
/// A mean or median takes zeros and negative trials: it alone has to be positive.
/// Throws std::domain_error naming the design point whose mean or median is not positive, or the
/// trial that is not finite or, for a geometric mean, not positive; std::invalid_argument for a
/// point without trials.
Statistics summarise(Summary summary, std::span<const PointTrials> trials);

/// The pointwise 95 % interval, with `fitted` left NaN.
std::vector<PointSummary> point_summaries(const Statistics& statistics);

}  // namespace asymptest
