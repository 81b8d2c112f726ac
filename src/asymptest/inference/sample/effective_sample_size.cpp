#include "asymptest/inference/sample/effective_sample_size.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

// Share of Student's quantile by which skewness may shift it.
constexpr double tolerated_shift = 0.3;
// Standard errors of a normal sample's skewness that tell nothing.
constexpr double chance_errors = 1;

// Chance that some size of a sweep of normal trials is taken for skewed.
constexpr double chance_of_doubt = 0.05;

double skewness_error(double trials) {
  return std::sqrt(6 * (trials - 2) / ((trials + 1) * (trials + 3)));
}

// Of |γ| of four to seven normal trials at `tabulated_chances`: 2·10⁷ samples each.
constexpr double tabulated_chances[] = {0.05, 0.02, 0.01, 0.005, 0.002, 0.001};
constexpr std::size_t first_tabulated = 4;
constexpr double tabulated_skewness[][std::size(tabulated_chances)] = {
    {1.0696, 1.1203, 1.1374, 1.1460, 1.1512, 1.1530},
    {1.2070, 1.3372, 1.3965, 1.4345, 1.4643, 1.4774},
    {1.2389, 1.4294, 1.5306, 1.6041, 1.6709, 1.7050},
    {1.2304, 1.4559, 1.5883, 1.6927, 1.7954, 1.8534}};

double tabulated(std::size_t trials, double chance) {
  const auto& row = tabulated_skewness[trials - first_tabulated];
  std::size_t i = 1;
  while (i + 1 < std::size(row) && tabulated_chances[i] > chance) ++i;
  const double part = std::log(tabulated_chances[i - 1] / chance) /
                      std::log(tabulated_chances[i - 1] / tabulated_chances[i]);
  return std::lerp(row[i - 1], row[i], std::clamp(part, 0.0, 1.0));
}

// D'Agostino's transformation to normality, by Johnson's S_U.
double by_transformation(double n, double chance) {
  const double fourth =
      3 * (n * n + 27 * n - 70) * (n + 1) * (n + 3) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
  const double squared = std::sqrt(2 * (fourth - 1)) - 1;
  const double z = normal_quantile(chance / 2) * std::sqrt(std::log(squared) / 2);
  return skewness_error(n) * std::sqrt(2 / (squared - 1)) * std::sinh(z);
}

}  // namespace

double normal_skewness_quantile(std::size_t trials, double chance) {
  require(chance > 0 && chance < 1, "chance is {}, expected within (0, 1)", chance);
  if (trials < first_tabulated) return infinity;
  if (trials < first_tabulated + std::size(tabulated_skewness)) return tabulated(trials, chance);
  return by_transformation(static_cast<double>(trials), chance);
}

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
  const double chance = chance_of_doubt / static_cast<double>(statistics.points.size());
  const PointStatistic* fewest = nullptr;
  for (const PointStatistic& point : statistics.points) {
    if (std::abs(point.skewness) <= normal_skewness_quantile(point.trials, chance)) continue;
    if (fewest == nullptr || effective_sample_size(point) < effective_sample_size(*fewest)) {
      fewest = &point;
    }
  }
  if (fewest == nullptr) return std::nullopt;
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
