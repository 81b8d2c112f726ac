#include "asymptest/inference/design/allocation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "asymptest/inference/design/information.hpp"
#include "asymptest/inference/sample/location.hpp"

namespace asymptest {
namespace {

/// The part of the cost that is spent evenly.
constexpr double even_share = 0.5;

/// The spread of n normal trials is uncertain by a share of 1/√(2(n − 1)): 18 % for 16.
constexpr std::size_t fewest_for_spread = 16;

std::vector<double> checked_costs(std::span<const double> cost, std::size_t points) {
  if (cost.empty()) return std::vector<double>(points, 1);
  if (cost.size() != points) {
    throw std::invalid_argument(
        fmt::format("{} costs for {} design points, expected one each", cost.size(), points));
  }
  for (const double c : cost) {
    if (!(c > 0) || !std::isfinite(c)) {
      throw std::invalid_argument(fmt::format("cost is {}, expected a positive number", c));
    }
  }
  return {cost.begin(), cost.end()};
}

/// Relative spread of one trial; 0 where the trials don't tell it.
double spread_of(Summary summary, const PointTrials& point) {
  if (point.values.size() < fewest_for_spread) return 0;
  const Location location = locate(summary, {&point, 1}).front();
  const double spread = standard_error(location) * std::sqrt(static_cast<double>(location.trials)) /
                        std::abs(location.estimate);
  return std::isfinite(spread) ? spread : 0;
}

// The spread at each point; where it isn't known, the middle one of those that are. Empty if none.
std::vector<double> spreads_of(Summary summary, std::span<const PointTrials> so_far) {
  std::vector<double> spreads, known;
  for (const PointTrials& point : so_far) {
    spreads.push_back(spread_of(summary, point));
    if (spreads.back() > 0) known.push_back(spreads.back());
  }
  if (known.empty()) return {};
  std::sort(known.begin(), known.end());
  std::replace(spreads.begin(), spreads.end(), 0.0, known[known.size() / 2]);
  return spreads;
}

std::vector<double> emphasis(const PowerLaw& law, std::span<const PointTrials> so_far,
                             const std::vector<double>& cost) {
  if (law.paired) return {};  // every trial has its partner at each point
  std::vector<double> weights = spreads_of(law.summary, so_far);
  if (weights.empty()) return weights;
  std::vector<Point> points;
  for (const PointTrials& point : so_far) points.push_back(point.at);
  const std::vector<Influence> influences = exponent_influences(law, points, weights);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    double squares = 0;
    for (const Influence& influence : influences) squares += influence[i] * influence[i];
    weights[i] *= std::sqrt(squares / cost[i]);
  }
  return weights;
}

std::vector<double> emphasis(const ValueLaw& law, std::span<const PointTrials> so_far,
                             const std::vector<double>&) {
  std::vector<double> weights = spreads_of(law.summary, so_far);
  for (double& w : weights) w *= w;
  return weights;
}

// Other laws: no point matters more than another.
template <class Law>
std::vector<double> emphasis(const Law&, std::span<const PointTrials>, const std::vector<double>&) {
  return {};
}

// Trials in proportion to `share`, at least `least`, whose cost is within `budget` (or that of
// `least`, if that is more).
std::vector<std::int64_t> fill(const std::vector<double>& share, const std::vector<double>& cost,
                               const std::vector<std::int64_t>& least, double budget) {
  const auto trials_at = [&](double level) {
    std::vector<std::int64_t> trials(share.size());
    for (std::size_t i = 0; i < share.size(); ++i) {
      trials[i] = std::max(least[i], static_cast<std::int64_t>(std::floor(level * share[i])));
    }
    return trials;
  };
  const auto affordable = [&](const std::vector<std::int64_t>& trials) {
    double total = 0;
    for (std::size_t i = 0; i < trials.size(); ++i)
      total += cost[i] * static_cast<double>(trials[i]);
    return total <= budget;
  };
  // At level 1 the shares cost the budget up to their rounding down; what is there already may ask
  // for less. 60 halvings exhaust a double.
  double low = 0, high = 1;
  if (affordable(trials_at(high))) return trials_at(high);
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (affordable(trials_at(middle)) ? low : high) = middle;
  }
  return trials_at(low);
}

}  // namespace

std::vector<std::int64_t> allocate(const Prediction& prediction,
                                   std::span<const PointTrials> so_far,
                                   std::span<const double> cost, std::int64_t trials_per_point) {
  if (trials_per_point < 1) {
    throw std::invalid_argument(
        fmt::format("trials_per_point is {}, expected at least 1", trials_per_point));
  }
  const std::vector<double> costs = checked_costs(cost, so_far.size());
  std::vector<std::int64_t> least;
  for (const PointTrials& p : so_far) least.push_back(static_cast<std::int64_t>(p.values.size()));
  const auto even = static_cast<double>(trials_per_point);
  const double budget = even * std::accumulate(costs.begin(), costs.end(), 0.0);
  std::vector<double> weights;
  if (!cost.empty()) {
    weights = std::visit([&](const auto& law) { return emphasis(law, so_far, costs); },
                         prediction.kind());
  }
  std::vector<double> share(so_far.size(), even);
  const double weighted_cost =
      std::inner_product(weights.begin(), weights.end(), costs.begin(), 0.0);
  if (weighted_cost > 0) {
    for (std::size_t i = 0; i < share.size(); ++i) {
      share[i] = even_share * even + (1 - even_share) * weights[i] * budget / weighted_cost;
    }
  }
  return fill(share, costs, least, budget);
}

}  // namespace asymptest
