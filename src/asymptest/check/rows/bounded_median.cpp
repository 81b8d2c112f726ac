#include "asymptest/check/rows/bounded_median.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"

namespace asymptest::cli {
namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

/// The largest value of a size that is finite: a time-out that says no bound is above it.
double largest_finite(const std::vector<double>& values) {
  double largest = -unbounded;
  for (const double value : values) {
    if (std::isfinite(value)) largest = std::max(largest, value);
  }
  return largest;
}

/// The order statistics that the median's error is of (McKean and Schrader 1984), from this rank
/// to the same from above: as `summarise` takes them.
std::size_t lowest_rank(std::size_t count) {
  constexpr double normal_quantile = 1.959964;
  const auto n = static_cast<double>(count);
  const double rank = (n + 1) / 2 - normal_quantile * std::sqrt(n) / 2;
  return static_cast<std::size_t>(std::max(1.0, std::round(rank))) - 1;
}

std::vector<double> sorted_with(const std::vector<double>& values,
                                const std::vector<Censoring>& censoring, Censoring side,
                                double extreme) {
  std::vector<double> completed = values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (censoring[i] == side) completed[i] = extreme;
  }
  std::sort(completed.begin(), completed.end());
  return completed;
}

bool leaves_median_known(const std::vector<double>& values,
                         const std::vector<Censoring>& censoring) {
  const auto smallest = sorted_with(values, censoring, Censoring::below, -unbounded);
  const auto largest = sorted_with(values, censoring, Censoring::above, unbounded);
  const std::size_t low = lowest_rank(values.size());
  return std::equal(smallest.begin() + static_cast<std::ptrdiff_t>(low),
                    smallest.end() - static_cast<std::ptrdiff_t>(low),
                    largest.begin() + static_cast<std::ptrdiff_t>(low));
}

}  // namespace

void settle_bounds(const CheckRequest& request, const Prediction& prediction,
                   const std::vector<std::vector<Censoring>>& censoring,
                   std::vector<PointTrials>& trials) {
  if (!std::holds_alternative<PowerLaw>(prediction.kind())) {
    throw InputError(
        fmt::format("{}: column {} holds bounds, which the median of a power law alone can take",
                    name_of_input(request.file), shown(request.value)));
  }
  for (std::size_t i = 0; i < trials.size(); ++i) {
    std::vector<double>& values = trials[i].values;
    const auto bounds = static_cast<std::size_t>(
        std::count_if(censoring[i].begin(), censoring[i].end(),
                      [](Censoring side) { return side != Censoring::none; }));
    const double largest = largest_finite(values);
    std::replace(values.begin(), values.end(), unbounded, largest);
    if (std::isfinite(largest) && leaves_median_known(values, censoring[i])) continue;
    throw InputError(
        fmt::format("{}: {} of the {} values of column {} at {} are bounds, which leave the median "
                    "or its error "
                    "open, expected fewer, more trials, or that size left out (--from, --up-to)",
                    name_of_input(request.file), bounds, values.size(), shown(request.value),
                    trials[i].at.key()));
  }
}

}  // namespace asymptest::cli
