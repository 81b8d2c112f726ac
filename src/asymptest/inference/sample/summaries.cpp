#include "asymptest/inference/sample/summaries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string_view>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/sample/moments.hpp"
#include "asymptest/inference/sample/spread_trend.hpp"

namespace asymptest {
namespace {

// Trials beyond the first, over all points, from which the noise is taken to be known: with fewer,
// Student's quantiles are so wide that the residuals of a fit tell as much.
constexpr std::size_t fewest_degrees = 8;
// A relative spread below this is rounding, not noise: 64 units in the last place.
constexpr double rounding = 64 * std::numeric_limits<double>::epsilon();
constexpr double pointwise_chance = 0.05;

bool is_positive(double value) { return value > 0 && std::isfinite(value); }

// A geometric mean takes the logarithm of each trial, the others that of the summary alone.
void require_values(Summary summary, const PointTrials& trials) {
  if (trials.values.empty()) {
    throw std::invalid_argument(fmt::format("point {} has no trials", trials.at.key()));
  }
  const bool logs = summary == Summary::geometric_mean;
  for (std::size_t i = 0; i < trials.values.size(); ++i) {
    const double value = trials.values[i];
    if (std::isfinite(value) && (value > 0 || !logs)) continue;
    throw std::domain_error(fmt::format(
        "trial {} at {} is {}, expected a {}", i, trials.at.key(), value,
        logs ? "positive finite number (its logarithm is taken; a mean or median takes it as it is)"
             : "finite number"));
  }
}

void require_positive(std::string_view name, double summary, const PointTrials& trials) {
  if (is_positive(summary)) return;
  throw std::domain_error(
      fmt::format("the {} of the trials at {} is {}, expected a positive finite number (its "
                  "logarithm is taken{})",
                  name, trials.at.key(), summary,
                  summary == 0 ? "; of trials that are 0 or 1 a proportion may be 0" : ""));
}

PointStatistic mean_statistic(const PointTrials& trials) {
  double scale = 0;
  for (const double v : trials.values) scale = std::max(scale, std::abs(v));
  if (scale == 0) require_positive("mean", 0, trials);
  const Moments m = moments_of(trials.values, scale);
  // In its own unit: that of the largest trial may be beyond the range of doubles.
  if (!is_positive(m.mean)) require_positive("mean", m.mean * scale, trials);
  return {.at = trials.at,
          .trials = trials.values.size(),
          .log_value = std::log(m.mean) + std::log(scale),
          .error = m.error / m.mean,
          .skewness = m.skewness,
          .reach = m.reach / m.mean};
}

PointStatistic geometric_mean_statistic(const PointTrials& trials) {
  std::vector<double> logs(trials.values.size());
  std::transform(trials.values.begin(), trials.values.end(), logs.begin(),
                 [](double v) { return std::log(v); });
  const Moments m = moments_of(logs, 1);
  return {trials.at, trials.values.size(), m.mean, m.error, m.skewness, m.reach};
}

// What lies between two values, relative to `scale`: of positive ones the difference of logarithms.
double relative_width(double low, double high, double scale) {
  return low > 0 ? std::log(high) - std::log(low) : (high - low) / scale;
}

PointStatistic median_statistic(const PointTrials& trials) {
  std::vector<double> sorted = trials.values;
  std::sort(sorted.begin(), sorted.end());
  const std::size_t n = sorted.size();
  const double below = sorted[(n - 1) / 2], above = sorted[n / 2];
  require_positive("median", std::midpoint(below, above), trials);
  const double log_median =
      below > 0 ? (std::log(below) + std::log(above)) / 2 : std::log(std::midpoint(below, above));
  const double z = two_sided_quantile(pointwise_chance, infinity);
  const double low_rank =
      (static_cast<double>(n) + 1) / 2 - z * std::sqrt(static_cast<double>(n)) / 2;
  const auto low = static_cast<std::size_t>(std::max(1.0, std::round(low_rank))) - 1;
  const double width = relative_width(sorted[low], sorted[n - 1 - low], std::exp(log_median));
  return {trials.at, n, log_median, width / (2 * z)};
}

PointStatistic statistic(Summary summary, const PointTrials& trials) {
  require_values(summary, trials);
  switch (summary) {
    case Summary::median:
      return median_statistic(trials);
    case Summary::geometric_mean:
      return geometric_mean_statistic(trials);
    default:
      return mean_statistic(trials);
  }
}

// The size along which the spread may change: the product of all of them.
double log_size_of(const Point& at) {
  double sum = 0;
  for (const Coordinate& c : at.coordinates()) sum += c.value > 0 ? std::log(c.value) : 0;
  return sum;
}

std::vector<SpreadEstimate> own_spreads(const Statistics& statistics) {
  std::vector<SpreadEstimate> spreads;
  for (const PointStatistic& p : statistics.points) {
    const auto n = static_cast<double>(p.trials);
    spreads.push_back({p.trials < 2 ? 0 : n * p.error * p.error, n - 1, log_size_of(p.at)});
  }
  return spreads;
}

// The spread of a single trial, pooled over the points.
double pooled_spread(const std::vector<SpreadEstimate>& spreads) {
  double squares = 0, degrees = 0;
  for (const SpreadEstimate& s : spreads) {
    squares += s.degrees * s.variance, degrees += s.degrees;
  }
  return degrees > 0 ? std::sqrt(squares / degrees) : 0;
}

// Errors with the spreads that all points tell together.
void share_spreads(Statistics& statistics, const std::vector<SpreadEstimate>& spreads) {
  const ShrunkSpread shrunk = shrink_spread(spreads);
  statistics.degrees = shrunk.degrees;
  for (std::size_t i = 0; i < statistics.points.size(); ++i) {
    PointStatistic& p = statistics.points[i];
    const auto n = static_cast<double>(p.trials);
    if (p.trials < 2 || p.error <= rounding / std::sqrt(n)) p.skewness = 0;
    p.error = std::sqrt(shrunk.variances[i] / n);
  }
}

}  // namespace

Statistics summarise(Summary summary, std::span<const PointTrials> trials) {
  Statistics result;
  std::size_t degrees = 0;
  for (const PointTrials& point : trials) {
    result.points.push_back(statistic(summary, point));
    degrees += point.values.size() - 1;
  }
  const auto spreads = own_spreads(result);
  result.noise_is_known = degrees >= fewest_degrees && pooled_spread(spreads) > rounding;
  result.degrees = static_cast<double>(degrees);
  if (result.noise_is_known) {
    share_spreads(result, spreads);
  } else {
    for (PointStatistic& p : result.points) p.error = 1 / std::sqrt(static_cast<double>(p.trials));
  }
  return result;
}

std::vector<PointSummary> point_summaries(const Statistics& statistics) {
  std::vector<PointSummary> points;
  for (const PointStatistic& p : statistics.points) {
    const double value = std::exp(p.log_value);
    double ratio = 1;
    if (statistics.noise_is_known) {
      const double degrees = p.trials > 1 ? static_cast<double>(p.trials - 1) : statistics.degrees;
      ratio = std::exp(two_sided_quantile(pointwise_chance, degrees) * p.error);
    }
    points.push_back({p.at, p.trials, value, value / ratio, value * ratio,
                      std::numeric_limits<double>::quiet_NaN()});
  }
  return points;
}

}  // namespace asymptest
