#include "asymptest/inference/correction/period_lag.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace asymptest {
namespace {

// How far from a whole number of periods two sizes may be, in periods: the rounding of logarithms.
// Sizes rounded to whole numbers are farther off, and their wiggles differ.
constexpr double phase_rounding = 1e-9;

bool differ_in_phase(double log_size, double other, double log_period) {
  const double periods = (log_size - other) / log_period;
  return std::abs(periods - std::round(periods)) > phase_rounding;
}

bool is_same_size(double log_size, double other, double log_period) {
  return std::abs(log_size - other) <= phase_rounding * log_period;
}

std::vector<double> sizes_of(std::span<const double> log_sizes) {
  std::vector<double> sizes;
  for (const double log_size : log_sizes) sizes.push_back(std::exp(log_size));
  return sizes;
}

// Weighted means of one phase class.
struct Centre {
  double weight = 0, log_size = 0, log_value = 0;
};

double weight(const Observation& o) { return 1 / (o.error * o.error); }

std::vector<Centre> centres(std::span<const Observation> observations) {
  std::vector<Centre> all;
  for (const Observation& o : observations) {
    if (o.phase >= all.size()) all.resize(o.phase + 1);
    Centre& c = all[o.phase];
    c.weight += weight(o);
    c.log_size += weight(o) * o.log_size;
    c.log_value += weight(o) * o.log_value;
  }
  for (Centre& c : all) {
    if (c.weight > 0) c.log_size /= c.weight, c.log_value /= c.weight;
  }
  return all;
}

}  // namespace

std::size_t PhaseClasses::with_lags() const {
  return static_cast<std::size_t>(
      std::count_if(sizes.begin(), sizes.end(), [](std::size_t n) { return n > 1; }));
}

PhaseClasses phase_classes(std::span<const double> log_sizes, double period) {
  if (!(period > 1)) {
    throw std::invalid_argument(fmt::format("period is {}, expected a ratio above 1", period));
  }
  const double log_period = std::log(period);
  PhaseClasses classes;
  std::vector<double> first;  // size of each class
  for (std::size_t i = 0; i < log_sizes.size(); ++i) {
    const double x = log_sizes[i];
    std::size_t c = 0;
    while (c < first.size() && differ_in_phase(x, first[c], log_period)) ++c;
    if (c == first.size()) first.push_back(x), classes.sizes.push_back(0);
    const auto before = log_sizes.first(i);
    const bool is_new = std::none_of(before.begin(), before.end(), [&](double other) {
      return is_same_size(x, other, log_period);
    });
    classes.of.push_back(c);
    if (is_new) ++classes.sizes[c];
  }
  if (classes.with_lags() == 0) {
    throw std::invalid_argument(fmt::format(
        "no two sizes of the sweep {:.10g} are a whole number of periods apart, expected sizes x "
        "and x*{:.10g}^k",
        fmt::join(sizes_of(log_sizes), ", "), period));
  }
  return classes;
}

LagSlope period_lag_slope(std::span<const Observation> observations) {
  const std::vector<Centre> phases = centres(observations);
  double squares = 0, products = 0;
  for (const Observation& o : observations) {
    const Centre& c = phases[o.phase];
    const double x = o.log_size - c.log_size;
    squares += weight(o) * x * x;
    products += weight(o) * x * (o.log_value - c.log_value);
  }
  return {products / squares, 1 / std::sqrt(squares)};
}

}  // namespace asymptest
