#include "asymptest/inference/intervals/betting_interval.hpp"

#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

/// Fractions of the wealth that are bet: powers of one half, the least of which is the best bet
/// where a billion trials tell the mean to a part in 10^5.
constexpr int fractions = 17;

/// Below this share of the range a lower end is taken as 0: products stay within doubles.
constexpr double least_mean = 1e-12;

/// Bits to which an end is found.
constexpr int bits = 40;

// log ∏ (1 + γ·(x/m − 1)). The product is rescaled before it can leave the range of doubles: with
// m >= 1e-12 a factor is at most 1e12.
double log_wealth_of(std::span<const double> shares, double mean, double fraction) {
  constexpr std::size_t factors_at_once = 16;
  double product = 1, logarithm = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    product *= 1 + fraction * (shares[i] / mean - 1);
    if (i % factors_at_once != factors_at_once - 1) continue;
    int exponent = 0;
    product = std::frexp(product, &exponent);
    logarithm += exponent;
  }
  return logarithm * std::log(2.0) + std::log(product);
}

// Logarithm of the mean wealth over all fractions.
double log_wealth(std::span<const double> shares, double mean) {
  std::vector<double> logs;
  for (int j = 0; j < fractions; ++j) {
    logs.push_back(log_wealth_of(shares, mean, std::ldexp(1.0, -j)));
  }
  const double most = *std::max_element(logs.begin(), logs.end());
  double sum = 0;
  for (const double one : logs) sum += std::exp(one - most);
  return most + std::log(sum / fractions);
}

// The least mean of trials of [0, 1] that the wealth leaves possible. The wealth falls as the mean
// grows, and is 1 at most at the mean of the trials.
double least_possible(const std::vector<double>& shares, double tail) {
  double sum = 0;
  for (const double share : shares) sum += share;
  const double mean = sum / static_cast<double>(shares.size());
  const double goal = -std::log(tail);
  if (!(mean > least_mean) || log_wealth(shares, least_mean) < goal) return 0;
  const auto excess = [&](double m) { return log_wealth(shares, m) - goal; };
  std::uintmax_t steps = 100;
  const auto [below, above] = boost::math::tools::toms748_solve(
      excess, least_mean, mean, boost::math::tools::eps_tolerance<double>(bits), steps);
  return below;
}

std::vector<double> shares_of(std::span<const double> trials, const ValueRange& range) {
  std::vector<double> shares;
  for (std::size_t i = 0; i < trials.size(); ++i) {
    if (!(trials[i] >= range.lower && trials[i] <= range.upper)) {
      throw std::domain_error(message("trial {} is {}, expected within [{}, {}]", i, trials[i],
                                      range.lower, range.upper));
    }
    shares.push_back((trials[i] - range.lower) / (range.upper - range.lower));
  }
  // Sorted, so that rounding doesn't depend on their order either.
  std::sort(shares.begin(), shares.end());
  return shares;
}

}  // namespace

Bounds betting_interval(std::span<const double> trials, const ValueRange& range, double tail) {
  require_range(range);
  require(tail > 0 && tail < 1, "tail is {}, expected between 0 and 1", tail);
  if (trials.empty()) return {range.lower, range.upper};
  const std::vector<double> shares = shares_of(trials, range);
  std::vector<double> complements;
  for (auto share = shares.rbegin(); share != shares.rend(); ++share) {
    complements.push_back(1 - *share);
  }
  const double width = range.upper - range.lower;
  return {range.lower + width * least_possible(shares, tail),
          range.upper - width * least_possible(complements, tail)};
}

}  // namespace asymptest
