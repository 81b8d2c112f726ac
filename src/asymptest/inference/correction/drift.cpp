#include "asymptest/inference/correction/drift.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace asymptest {
namespace {

constexpr double slowest_omega = 0.3;
constexpr double difference_margin = 1.5;
// By how much more than a correction of the same drift a logarithm leaves, and the slowest fall of
// a drift that is believed: that of log x at x = e^20.
constexpr double left_by_logarithm = 2.5, slowest_fall = 0.1;

/// By size, one observation of each.
std::vector<Observation> in_order(std::span<const Observation> observations) {
  std::vector<Observation> sorted(observations.begin(), observations.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.log_size < b.log_size; });
  const auto same = [](const auto& a, const auto& b) { return a.log_size == b.log_size; };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
  return sorted;
}

/// Differences of the values per unit of log x, each at the middle of its two.
std::vector<Observation> derivative(std::span<const Observation> values) {
  std::vector<Observation> slopes;
  for (std::size_t i = 1; i < values.size(); ++i) {
    const Observation &a = values[i - 1], &b = values[i];
    slopes.push_back({std::midpoint(a.log_size, b.log_size),
                      (b.log_value - a.log_value) / (b.log_size - a.log_size), 0});
  }
  return slopes;
}

}  // namespace

std::optional<Drift> drift_of(std::span<const Observation> fitted) {
  const std::vector<Observation> sorted = in_order(fitted);
  if (sorted.size() < 3) return std::nullopt;
  const Observation *last = &sorted.back(), *middle = last - 1, *first = last - 2;
  const auto slope = [](const Observation& a, const Observation& b) {
    return (b.log_value - a.log_value) / (b.log_size - a.log_size);
  };
  const double now = slope(*middle, *last), before = slope(*first, *middle);
  return Drift{now, (now - before) * 2 / (last->log_size - first->log_size)};
}

bool may_reach(const Drift& drift, double exponent) {
  const double gap = exponent - drift.slope;
  return gap * drift.rate > 0 &&
         std::abs(gap) <= difference_margin * std::abs(drift.rate) / slowest_omega;
}

std::optional<Bounds> limits_of_local_exponent(std::span<const Observation> numbers) {
  constexpr std::size_t fewest = 5;
  const std::vector<Observation> sorted = in_order(numbers);
  if (sorted.size() < fewest) return std::nullopt;
  const auto exponents = derivative(std::span(sorted).last(fewest));
  const auto drifts = derivative(exponents);
  const double first = drifts[0].log_value, middle = drifts[1].log_value,
               last = drifts[2].log_value;
  if (!(first * middle > 0 && middle * last > 0)) return std::nullopt;
  const double fall = std::log(first / last) / (drifts[2].log_size - drifts[0].log_size);
  const double now = exponents.back().log_value;
  const double end = now + left_by_logarithm * last / std::max(fall, slowest_fall);
  return Bounds{std::min(now, end), std::max(now, end)};
}

}  // namespace asymptest
