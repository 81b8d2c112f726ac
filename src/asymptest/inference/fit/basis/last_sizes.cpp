#include "asymptest/inference/fit/basis/last_sizes.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "asymptest/inference/correction/weighted_line.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest {
namespace {

constexpr std::size_t fewest_last = 3, of_a_line = 2;
constexpr double well_fitted = 0.05;

LocalPower power_of(const WeightedLine& line, std::size_t count) {
  return {line.slope, line.error, count};
}

bool is_one_size(std::span<const Observation> data) {
  return !(data.front().log_size < data.back().log_size);
}

}  // namespace

Bounds LocalPower::within(double most) const {
  const double reach = std::sqrt(most) * error;
  return {exponent - reach, exponent + reach};
}

std::vector<Observation> observed_in_order(const Regressor& sizes, const Statistics& statistics) {
  std::vector<Observation> data;
  for (const std::size_t i : sizes.order()) {
    const PointStatistic& point = statistics.points[i];
    data.push_back({sizes.logs[i], point.log_value, point.error});
  }
  return data;
}

std::vector<LocalPower> powers_of_last_sizes(const Regressor& sizes, const Statistics& statistics,
                                             const LikelihoodRatioLimit& noise) {
  std::vector<LocalPower> powers;
  if (!(noise.degrees > 0)) return powers;
  const std::vector<Observation> data = observed_in_order(sizes, statistics);
  for (std::size_t count = (data.size() + 1) / 2; count >= fewest_last; --count) {
    const auto last = std::span(data).last(count);
    if (is_one_size(last)) break;
    const WeightedLine line = weighted_line(last);
    const auto degrees = static_cast<double>(count - of_a_line);
    const double ratio = line.misfit / degrees / noise.noise_variance;
    if (!(fisher_tail(ratio, degrees, noise.degrees) >= well_fitted)) continue;
    powers.push_back(power_of(line, count));
    if (statistics.noise_is_known) break;
  }
  return powers;
}

std::optional<LocalPower> power_after_a_break(const Regressor& sizes, const Statistics& statistics,
                                              double least_misfit, double noise_variance) {
  constexpr double surely = 0.01;
  const std::vector<Observation> data = observed_in_order(sizes, statistics);
  const std::size_t most_last = data.size() / 2;
  if (data.size() < 2 * fewest_last + of_a_line) return std::nullopt;
  std::optional<LocalPower> power;
  double least = least_misfit;
  for (std::size_t count = fewest_last; count <= most_last; ++count) {
    const auto first = std::span(data).first(data.size() - count);
    const auto last = std::span(data).last(count);
    if (is_one_size(last)) continue;
    const WeightedLine after = weighted_line(last);
    const double misfit = after.misfit + weighted_line(first).misfit;
    if (misfit < least) least = misfit, power = power_of(after, count);
  }
  if (!power) return std::nullopt;
  const auto degrees = static_cast<double>(data.size() - 2 * of_a_line);
  const auto choices = static_cast<double>(most_last - fewest_last + 1);
  if (choices * fisher_tail(least_misfit / least, degrees, degrees) > surely) return std::nullopt;
  power->error *= std::sqrt(least / degrees / noise_variance);
  return power;
}

}  // namespace asymptest
