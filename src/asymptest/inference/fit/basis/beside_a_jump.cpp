#include "asymptest/inference/fit/basis/beside_a_jump.hpp"

#include <cmath>
#include <span>

#include "asymptest/inference/correction/weighted_line.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest {
std::vector<LocalPower> powers_beside_a_jump(const Regressor& sizes, const Statistics& statistics,
                                             const LikelihoodRatioLimit& noise,
                                             double least_misfit) {
  constexpr std::size_t most_off = 2, parameters = 2, fewest_before = 4;
  constexpr double fits = 0.05, surely = 0.05;
  const std::vector<Observation> data = observed_in_order(sizes, statistics);
  if (!(noise.degrees > 0)) return {};
  for (std::size_t off = 1; off <= most_off && data.size() >= off + fewest_before; ++off) {
    const auto before = std::span(data).first(data.size() - off), last = std::span(data).last(2);
    if (!(before.front().log_size < before.back().log_size)) continue;
    const WeightedLine line = weighted_line(before);
    const auto degrees = static_cast<double>(before.size() - parameters);
    double variance = noise.noise_variance;
    if (statistics.noise_is_known) {
      const double ratio = line.misfit / degrees / variance;
      if (!(fisher_tail(ratio, degrees, noise.degrees) >= fits)) continue;
    } else {
      const double chance = fisher_tail(least_misfit / line.misfit, degrees, degrees);
      if (!(static_cast<double>(most_off) * chance <= surely)) continue;
      variance = line.misfit / degrees;
    }
    const double scale = std::sqrt(variance / noise.noise_variance);
    std::vector<LocalPower> powers{{line.slope, scale * line.error, before.size(), true}};
    if (last.front().log_size < last.back().log_size) {
      const WeightedLine end = weighted_line(last);
      powers.push_back({end.slope, scale * end.error, 2});
    }
    return powers;
  }
  return {};
}

}  // namespace asymptest
