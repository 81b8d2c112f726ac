#include "asymptest/inference/correction/likelihood_ratio_limit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest {
namespace {

// A law whose misfit has a smaller chance than this, and than the verdict's alpha, is not believed:
// it is judged by its residuals, at a cost in power. So a suite of many verdicts, each at its share
// of the suite's level, turns away a true law no more often than that level says.
constexpr double most_turned_away = 0.01;
// Exact data fit to rounding: a few units in the last place of the logarithm.
constexpr double logarithm_rounding = 8 * std::numeric_limits<double>::epsilon();
// Sizes over which a misfit that is no independent noise averages out, at most.
constexpr double averaging_sizes = 8;
// Relative residuals that no verdict on an exponent hangs on.
constexpr double negligible = 1e-3;

double root_mean_square(std::span<const double> values) {
  double squares = 0;
  for (const double v : values) squares += v * v;
  return std::sqrt(squares / static_cast<double>(std::max<std::size_t>(values.size(), 1)));
}

}  // namespace

double LikelihoodRatioLimit::at(double chance, int parameters) const {
  if (!(degrees > 0)) return std::numeric_limits<double>::infinity();
  if (parameters > 1) {
    return noise_variance * parameters * fisher_quantile(chance, parameters, degrees);
  }
  const double t = two_sided_quantile(chance, degrees);
  return noise_variance * t * t;
}

double LikelihoodRatioLimit::at_bounds(double chance) const {
  if (!(degrees > 0)) return std::numeric_limits<double>::infinity();
  return std::max(at(chance), noise_variance * 2 * fisher_quantile(2 * chance, 2, degrees));
}

double serial_chance(std::span<const double> residuals) {
  constexpr std::size_t fewest = 8;
  const auto n = static_cast<double>(residuals.size());
  double steps = 0, squares = 0;
  for (std::size_t i = 0; i < residuals.size(); ++i) {
    squares += residuals[i] * residuals[i];
    if (i > 0) steps += std::pow(residuals[i] - residuals[i - 1], 2);
  }
  if (residuals.size() < fewest || !(squares > 0)) return std::numeric_limits<double>::quiet_NaN();
  return normal_chance_below((steps / squares - 2) / std::sqrt(4 * (n - 2) / (n * n - 1)));
}

FitQuality fit_quality(const Statistics& statistics, double misfit, double parameters, double alpha,
                       std::span<const double> residuals) {
  const auto sizes = static_cast<double>(statistics.points.size());
  const double degrees = std::max(0.0, sizes - parameters);
  const double least_chance = std::min(alpha, most_turned_away);
  FitQuality quality;
  quality.p_value = std::numeric_limits<double>::quiet_NaN();
  if (statistics.noise_is_known && degrees > 0) {
    quality.p_value = fisher_tail(misfit / degrees, degrees, statistics.degrees);
  } else if (!statistics.noise_is_known) {
    quality.p_value = serial_chance(residuals);
  }
  const bool is_noise = !(quality.p_value < least_chance);
  quality.adequate =
      is_noise || (!statistics.noise_is_known && root_mean_square(residuals) < negligible);
  if (statistics.noise_is_known && is_noise) {
    quality.limit = {1, statistics.degrees};
    return quality;
  }
  const double variance = misfit / std::max(degrees, 1.0) + logarithm_rounding * logarithm_rounding;
  quality.limit = {variance * (is_noise ? 1 : std::max(1.0, sizes / averaging_sizes)), degrees};
  return quality;
}

}  // namespace asymptest
