#include "asymptest/inference/sample/location.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/sample/assumption_free.hpp"
#include "asymptest/inference/sample/moments.hpp"

namespace asymptest {
namespace {

/// What figures show.
constexpr double pointwise_tail = 0.025;

/// Multiple of the Edgeworth term by which a side is widened: see `interval_of`. With 1, the mean
/// of 32 exponential variates misses five times as often as stated at a tail of 5e-5; with 2,
/// twice.
constexpr double skewness_caution = 2;

/// The sample's third moment needs three trials to mean anything.
constexpr std::size_t fewest_for_skewness = 3;

// No power of the values leaves the range of doubles. All zero: no spread.
double scale_of(std::span<const double> values) {
  double scale = 0;
  for (const double v : values) scale = std::max(scale, std::abs(v));
  return scale > 0 ? scale : 1;
}

std::vector<double> logarithms(const PointTrials& trials) {
  std::vector<double> logs;
  logs.reserve(trials.values.size());
  for (std::size_t i = 0; i < trials.values.size(); ++i) {
    if (!(trials.values[i] > 0)) {
      throw std::domain_error(
          fmt::format("trial {} at {} is {}, expected a positive number under a geometric mean", i,
                      trials.at.key(), trials.values[i]));
    }
    logs.push_back(std::log(trials.values[i]));
  }
  return logs;
}

double middle(const std::vector<double>& sorted) {
  const std::size_t n = sorted.size();
  return sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2;
}

Location locate_one(Summary summary, const PointTrials& trials) {
  if (trials.values.empty()) {
    throw std::invalid_argument(fmt::format("point {} has no trials", trials.at.key()));
  }
  Location location{.at = trials.at, .summary = summary, .trials = trials.values.size()};
  if (summary == Summary::median) {
    location.sorted = trials.values;
    std::sort(location.sorted.begin(), location.sorted.end());
    location.estimate = middle(location.sorted);
    return location;
  }
  if (is_assumption_free(summary)) {
    location.sorted = trials.values;
    std::sort(location.sorted.begin(), location.sorted.end());
  }
  const bool geometric = summary == Summary::geometric_mean;
  const std::vector<double> logs = geometric ? logarithms(trials) : std::vector<double>{};
  const std::span<const double> values = geometric ? logs : trials.values;
  const double scale = scale_of(values);
  const Moments m = moments_of(values, scale);
  location.estimate = geometric ? std::exp(m.mean * scale) : m.mean * scale;
  location.error = m.error * scale;
  location.skewness = values.size() < fewest_for_skewness ? 0 : m.skewness;
  return location;
}

bool all_equal(const PointTrials& trials) {
  return std::all_of(trials.values.begin(), trials.values.end(),
                     [&](double v) { return v == trials.values.front(); });
}

// See `locate`: equal trials everywhere, but not one and the same number.
bool is_noiseless(std::span<const PointTrials> trials) {
  bool differ = false;
  for (const PointTrials& point : trials) {
    if (point.values.size() < 2 || !all_equal(point)) return false;
    differ = differ || point.values.front() != trials.front().values.front();
  }
  return differ;
}

double largest_magnitude(std::span<const PointTrials> trials, std::span<const double> predicted) {
  double largest = 0;
  for (const PointTrials& point : trials) {
    for (const double v : point.values) largest = std::max(largest, std::abs(v));
  }
  if (largest == 0) return infinity;
  for (const double v : predicted) largest = std::max(largest, std::abs(v));
  return largest;
}

// Chance of a value that n equal trials have not shown: (1 − chance)^n = tail.
Bounds unseen_interval(const Location& location, double tail) {
  const double chance = -std::expm1(std::log(tail) / static_cast<double>(location.trials));
  const double reach = chance * location.unseen;
  return {location.estimate - reach, location.estimate + reach};
}

Bounds median_interval(const Location& location, double tail) {
  const std::int64_t rank = median_rank(static_cast<std::int64_t>(location.trials), tail);
  if (rank < 1) return {-infinity, infinity};
  const auto r = static_cast<std::size_t>(rank);
  return {location.sorted[r - 1], location.sorted[location.trials - r]};
}

Bounds mean_interval(const Location& location, double centre, double tail) {
  if (location.trials < 2) return {-infinity, infinity};
  const auto n = static_cast<double>(location.trials);
  const double t = two_sided_quantile(2 * tail, n - 1);
  const double skew = skewness_caution * location.skewness * (2 * t * t + 1) / (6 * std::sqrt(n));
  return {centre - location.error * (t + std::max(0.0, -skew)),
          centre + location.error * (t + std::max(0.0, skew))};
}

}  // namespace

std::vector<Location> locate(Summary summary, std::span<const PointTrials> trials,
                             std::span<const double> predicted, const ValueRange& range) {
  std::vector<Location> locations;
  const double largest = largest_magnitude(trials, predicted);
  const bool noiseless = is_noiseless(trials);
  for (const PointTrials& point : trials) {
    locations.push_back(locate_one(summary, point));
    locations.back().range = range;
    const bool may_vary =
        !noiseless && !is_assumption_free(summary) && point.values.size() > 1 && all_equal(point);
    locations.back().unseen = may_vary ? largest + std::abs(point.values.front()) : 0;
  }
  return locations;
}

Bounds interval_of(const Location& location, double tail) {
  if (!(tail > 0 && tail < 0.5)) {
    throw std::invalid_argument(fmt::format("tail is {}, expected between 0 and 0.5", tail));
  }
  if (is_assumption_free(location.summary)) {
    return assumption_free_interval(location.summary, location.range,
                                    {location.at, location.sorted}, tail);
  }
  if (location.unseen > 0) return unseen_interval(location, tail);
  switch (location.summary) {
    case Summary::median:
      return median_interval(location, tail);
    case Summary::geometric_mean: {
      const Bounds logs = mean_interval(location, std::log(location.estimate), tail);
      return {std::exp(logs.lower), std::exp(logs.upper)};
    }
    default:
      return mean_interval(location, location.estimate, tail);
  }
}

double standard_error(const Location& location) {
  if (location.trials < 2) return infinity;
  if (location.summary == Summary::geometric_mean) return location.error * location.estimate;
  if (location.summary != Summary::median) return location.error;
  const Bounds bounds = median_interval(location, pointwise_tail);
  return (bounds.upper - bounds.lower) / (2 * two_sided_quantile(2 * pointwise_tail, infinity));
}

std::vector<PointSummary> point_summaries(std::span<const Location> locations) {
  std::vector<PointSummary> points;
  for (const Location& l : locations) {
    Bounds bounds = interval_of(l, pointwise_tail);
    if (!std::isfinite(bounds.lower)) bounds.lower = l.estimate;
    if (!std::isfinite(bounds.upper)) bounds.upper = l.estimate;
    points.push_back({l.at, l.trials, l.estimate, bounds.lower, bounds.upper,
                      std::numeric_limits<double>::quiet_NaN()});
  }
  return points;
}

}  // namespace asymptest
