#include "asymptest/inference/correction/excess_limit.hpp"

#include <algorithm>
#include <limits>

#include "asymptest/inference/sample/quantiles.hpp"

namespace asymptest {
namespace {

// A law whose misfit has a smaller chance than this, and than the verdict's alpha, is not believed:
// it is judged by its residuals, at a cost in power. So a suite of many verdicts, each at its share
// of the suite's level, turns away a true law no more often than that level says.
constexpr double most_turned_away = 0.01;
// Exact data fit to rounding: a few units in the last place of the logarithm.
constexpr double rounding = 8 * std::numeric_limits<double>::epsilon();

}  // namespace

double ExcessLimit::at(double chance, int parameters) const {
  if (!(degrees > 0)) return std::numeric_limits<double>::infinity();
  if (parameters > 1) {
    return noise_variance * parameters * fisher_quantile(chance, parameters, degrees);
  }
  const double t = two_sided_quantile(chance, degrees);
  return noise_variance * t * t;
}

double ExcessLimit::at_bounds(double chance) const {
  if (!(degrees > 0)) return std::numeric_limits<double>::infinity();
  return std::max(at(chance), noise_variance * 2 * fisher_quantile(2 * chance, 2, degrees));
}

FitQuality fit_quality(const Statistics& statistics, double misfit, double parameters,
                       double alpha) {
  const double residual = std::max(0.0, static_cast<double>(statistics.points.size()) - parameters);
  FitQuality quality;
  quality.p_value = std::numeric_limits<double>::quiet_NaN();
  if (statistics.noise_is_known && residual > 0) {
    quality.p_value = fisher_tail(misfit / residual, residual, statistics.degrees);
    quality.adequate = quality.p_value >= std::min(alpha, most_turned_away);
  }
  if (statistics.noise_is_known && quality.adequate) {
    quality.limit = {1, statistics.degrees};
  } else {
    quality.limit = {misfit / std::max(residual, 1.0) + rounding * rounding, residual};
  }
  return quality;
}

}  // namespace asymptest
