#include "asymptest/inference/fit/basis/last_sizes.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest {
namespace {

constexpr std::size_t fewest_last = 3, of_a_line = 2;
constexpr double well_fitted = 0.05;

struct Line {
  LocalPower power;
  double misfit = 0;
};

Line line_through(std::span<const std::size_t> places, const Regressor& sizes,
                  const Statistics& statistics) {
  double weights = 0, mean_x = 0, mean_y = 0, xx = 0, xy = 0, misfit = 0;
  const auto weight = [&](std::size_t i) { return 1 / std::pow(statistics.points[i].error, 2); };
  for (const std::size_t i : places) {
    weights += weight(i);
    mean_x += weight(i) * sizes.logs[i], mean_y += weight(i) * statistics.points[i].log_value;
  }
  mean_x /= weights, mean_y /= weights;
  for (const std::size_t i : places) {
    const double x = sizes.logs[i] - mean_x;
    xx += weight(i) * x * x, xy += weight(i) * x * (statistics.points[i].log_value - mean_y);
  }
  const double slope = xy / xx;
  for (const std::size_t i : places) {
    const double fitted = mean_y + slope * (sizes.logs[i] - mean_x);
    misfit += weight(i) * std::pow(statistics.points[i].log_value - fitted, 2);
  }
  return {{slope, 1 / std::sqrt(xx), places.size()}, misfit};
}

}  // namespace

Bounds LocalPower::within(double most) const {
  const double reach = std::sqrt(most) * error;
  return {exponent - reach, exponent + reach};
}

std::vector<LocalPower> powers_of_last_sizes(const Regressor& sizes, const Statistics& statistics,
                                             const LikelihoodRatioLimit& noise) {
  std::vector<LocalPower> powers;
  if (!(noise.degrees > 0)) return powers;
  const std::vector<std::size_t> order = sizes.order();
  for (std::size_t count = (order.size() + 1) / 2; count >= fewest_last; --count) {
    const auto last = std::span(order).last(count);
    if (!(sizes.logs[last.front()] < sizes.logs[last.back()])) break;
    const Line line = line_through(last, sizes, statistics);
    const auto degrees = static_cast<double>(count - of_a_line);
    const double ratio = line.misfit / degrees / noise.noise_variance;
    if (!(fisher_tail(ratio, degrees, noise.degrees) >= well_fitted)) continue;
    powers.push_back(line.power);
    if (statistics.noise_is_known) break;
  }
  return powers;
}

std::optional<LocalPower> power_after_a_break(const Regressor& sizes, const Statistics& statistics,
                                              double least_misfit, double noise_variance) {
  constexpr double surely = 0.01;
  const std::vector<std::size_t> order = sizes.order();
  const std::size_t most_last = order.size() / 2;
  if (order.size() < 2 * fewest_last + of_a_line) return std::nullopt;
  std::optional<LocalPower> power;
  double least = least_misfit;
  for (std::size_t count = fewest_last; count <= most_last; ++count) {
    const auto first = std::span(order).first(order.size() - count);
    const auto last = std::span(order).last(count);
    if (!(sizes.logs[last.front()] < sizes.logs[last.back()])) continue;
    const Line after = line_through(last, sizes, statistics);
    const double misfit = after.misfit + line_through(first, sizes, statistics).misfit;
    if (misfit < least) least = misfit, power = after.power;
  }
  if (!power) return std::nullopt;
  const auto degrees = static_cast<double>(order.size() - 2 * of_a_line);
  const auto choices = static_cast<double>(most_last - fewest_last + 1);
  if (choices * fisher_tail(least_misfit / least, degrees, degrees) > surely) return std::nullopt;
  power->error *= std::sqrt(least / degrees / noise_variance);
  return power;
}

}  // namespace asymptest
