#include "asymptest/inference/fit/basis/serial_order.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"

namespace asymptest {

std::vector<double> most_serial_residuals(std::span<const Regressor> factors,
                                          std::span<const double> residuals) {
  std::vector<double> most;
  double least_chance = std::numeric_limits<double>::infinity();
  for (const Regressor& factor : factors) {
    std::vector<std::size_t> order(factor.logs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return factor.logs[a] < factor.logs[b]; });
    std::vector<double> sorted;
    for (const std::size_t i : order) sorted.push_back(residuals[i]);
    const double chance = serial_chance(sorted);
    if (most.empty() || chance < least_chance) most = sorted, least_chance = chance;
  }
  return most;
}

}  // namespace asymptest
