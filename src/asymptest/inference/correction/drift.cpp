#include "asymptest/inference/correction/drift.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace asymptest {
namespace {

constexpr double slowest_omega = 0.3;
constexpr double difference_margin = 1.5;

}  // namespace

std::optional<Drift> drift_of(std::span<const Observation> fitted) {
  std::vector<Observation> sorted(fitted.begin(), fitted.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.log_size < b.log_size; });
  const auto same = [](const auto& a, const auto& b) { return a.log_size == b.log_size; };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
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

}  // namespace asymptest
