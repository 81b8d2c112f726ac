#include "asymptest/inference/fit/basis/hidden_limit.hpp"

#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <vector>

#include "asymptest/inference/correction/weighted_line.hpp"

namespace asymptest {
namespace {

constexpr double limit_shares[] = {0.1, 0.2, 0.5, 1};

// Σ((observed − log(share + (x/x_max)^−c) − constant)/error)² for the best constant.
double misfit_beside(std::span<const Observation> data, double share, double c) {
  const double last = data.back().log_size;
  double weights = 0, sum = 0, squares = 0;
  for (const Observation& o : data) {
    const double w = 1 / (o.error * o.error);
    const double off = o.log_value - std::log(share + std::exp(c * (last - o.log_size)));
    weights += w, sum += w * off, squares += w * off * off;
  }
  return squares - sum * sum / weights;
}

double least_misfit_beside(std::span<const Observation> data, double share) {
  constexpr double slowest = 0.02, fastest = 8;
  constexpr int bits = 20;
  const auto at = [&](double log_c) { return misfit_beside(data, share, std::exp(log_c)); };
  return boost::math::tools::brent_find_minima(at, std::log(slowest), std::log(fastest), bits)
      .second;
}

std::vector<Observation> on_power(std::span<const Observation> data, double slope) {
  std::vector<Observation> fitted(data.begin(), data.end());
  for (Observation& o : fitted) o.log_value = slope * (o.log_size - data.back().log_size);
  return fitted;
}

}  // namespace

std::optional<HiddenLimit> limit_behind_a_power(std::span<const Observation> data,
                                                const LikelihoodRatioLimit& noise, double chance) {
  constexpr double quantile_of_cost = 2.326;  // 1 % of the verdicts on x^a alone
  constexpr double most_cost = 1.555;         // 6 %, whatever the design
  const WeightedLine power = weighted_line(data);
  if (!(power.slope < 0) || !(noise.degrees > 0)) return std::nullopt;
  const auto pure = on_power(data, power.slope);
  const double most = noise.at(2 * chance);
  const double last = *std::rbegin(limit_shares);
  for (const double share : limit_shares) {
    const double apart = least_misfit_beside(pure, share);
    // Where x^a alone is true the excess is normal about `apart`, with twice its root.
    const double spread = 2 * std::sqrt(apart * noise.noise_variance);
    double limit = most;
    if (apart - quantile_of_cost * spread < most) {
      if (share < last) continue;
      limit = std::min(most, apart - most_cost * spread);
    }
    const bool is_open = limit > 0 && least_misfit_beside(data, share) - power.misfit <= limit;
    return is_open ? std::optional(HiddenLimit{share}) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace asymptest
