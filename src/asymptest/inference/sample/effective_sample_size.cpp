#include "asymptest/inference/sample/effective_sample_size.hpp"

#include <algorithm>
#include <cmath>

#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest {
namespace {

// Share of Student's quantile by which skewness may shift it.
constexpr double tolerated_shift = 0.3;
// Standard errors of a normal sample's skewness that tell nothing.
constexpr double chance_errors = 1;

double skewness_error(double trials) {
  return std::sqrt(6 * (trials - 2) / ((trials + 1) * (trials + 3)));
}

}  // namespace

double effective_sample_size(const PointStatistic& point) {
  const auto n = static_cast<double>(point.trials);
  if (point.trials <= 2) return infinity;
  const double skewness = std::abs(point.skewness) - chance_errors * skewness_error(n);
  return skewness > 0 ? n / (skewness * skewness) : infinity;
}

double least_effective_sample_size(double alpha) {
  const double t = two_sided_quantile(alpha, infinity);
  const double root = (2 * t * t + 1) / (6 * tolerated_shift * t);
  return root * root;
}

std::optional<PointStatistic> rests_on_few(const Statistics& statistics, double alpha) {
  if (!statistics.noise_is_known) return std::nullopt;
  const auto fewest = std::min_element(statistics.points.begin(), statistics.points.end(),
                                       [](const auto& a, const auto& b) {
                                         return effective_sample_size(a) < effective_sample_size(b);
                                       });
  if (fewest == statistics.points.end()) return std::nullopt;
  if (effective_sample_size(*fewest) >= least_effective_sample_size(alpha)) return std::nullopt;
  return *fewest;
}

Statistics with_unseen(Statistics statistics, double alpha) {
  double reach = 0;
  for (const PointStatistic& p : statistics.points) reach = std::max(reach, p.reach);
  const double t = two_sided_quantile(alpha, infinity);
  for (PointStatistic& p : statistics.points) {
    const double chance = -std::log(alpha) / static_cast<double>(p.trials);
    p.error = std::hypot(p.error, reach * chance / t);
  }
  return statistics;
}

}  // namespace asymptest
