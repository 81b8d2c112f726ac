#include "asymptest/inference/sample/independence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <boost/sort/spreadsort/integer_sort.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <vector>

namespace asymptest {
namespace {

constexpr std::size_t fewest_trials = 8;
constexpr std::size_t fewest_different = 8;
constexpr double most_standard_errors = 6;

/// The points whose trials differ, and are enough.
std::vector<const PointTrials*> telling(std::span<const PointTrials> trials) {
  std::vector<const PointTrials*> points;
  for (const PointTrials& one : trials) {
    if (one.values.size() < fewest_trials) continue;
    const auto [low, high] = std::minmax_element(one.values.begin(), one.values.end());
    if (*low < *high) points.push_back(&one);
  }
  return points;
}

bool is_used_twice(const PointTrials& point) {
  // Mostly each value occurs once, and then so does the least.
  const double least = *std::min_element(point.values.begin(), point.values.end());
  if (std::count(point.values.begin(), point.values.end(), least) % 2 != 0) return false;
  std::map<double, int> times;
  for (const double value : point.values) ++times[value];
  return times.size() >= fewest_different &&
         std::all_of(times.begin(), times.end(),
                     [](const auto& one) { return one.second % 2 == 0; });
}

struct Placed {
  double value = 0;
  std::size_t place = 0;
};

/// The leading bits of a whole number that has the order of the values: a number's bits where it is
/// positive, above those of the negative ones, which are turned round.
std::uint64_t leading_bits(const Placed& one, unsigned dropped) {
  constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
  const auto bits = std::bit_cast<std::uint64_t>(one.value);
  return ((bits & sign) != 0 ? ~bits : bits | sign) >> dropped;
}

/// Ranks of the first `n` values, those of ties their mean, centred and of unit length; empty if
/// all are tied.
std::vector<double> unit_ranks(const std::vector<double>& values, std::size_t n) {
  std::vector<Placed> sorted;
  sorted.reserve(n);
  for (std::size_t i = 0; i < n; ++i) sorted.push_back({values[i], i});
  // By digits, not by comparing: this is done at every look of every claim.
  boost::sort::spreadsort::integer_sort(
      sorted.begin(), sorted.end(), leading_bits,
      [](const Placed& a, const Placed& b) { return a.value < b.value; });
  std::vector<double> ranks(n);
  for (std::size_t first = 0; first < n;) {
    std::size_t end = first + 1;
    while (end < n && sorted[end].value == sorted[first].value) ++end;
    const double mean =
        (static_cast<double>(first + end) - static_cast<double>(n)) / 2;  // about the middle rank
    for (std::size_t i = first; i < end; ++i) ranks[sorted[i].place] = mean;
    first = end;
  }
  const double middle = std::accumulate(ranks.begin(), ranks.end(), 0.0) / static_cast<double>(n);
  double squares = 0;
  for (double& rank : ranks) {
    rank -= middle;
    squares += rank * rank;
  }
  if (!(squares > 0)) return {};
  for (double& rank : ranks) rank /= std::sqrt(squares);
  return ranks;
}

/// The mean rank correlation of all pairs of points in standard errors; 0 for fewer than two. With
/// unit vectors u_i, Σ_{i<j} u_i·u_j = (|Σ u_i|² − points)/2.
double shared_order(const std::vector<const PointTrials*>& points) {
  std::size_t n = points.empty() ? 0 : points.front()->values.size();
  for (const PointTrials* point : points) n = std::min(n, point->values.size());
  std::vector<double> sum(n, 0.0);
  double used = 0;
  for (const PointTrials* point : points) {
    const std::vector<double> ranks = unit_ranks(point->values, n);
    if (ranks.empty()) continue;
    ++used;
    for (std::size_t k = 0; k < n; ++k) sum[k] += ranks[k];
  }
  if (used < 2) return 0;
  const double pairs = used * (used - 1) / 2;
  const double correlations =
      (std::inner_product(sum.begin(), sum.end(), sum.begin(), 0.0) - used) / 2;
  return correlations / pairs * std::sqrt(pairs * static_cast<double>(n - 1));
}

}  // namespace

std::string repetition(std::span<const PointTrials> trials) {
  const std::vector<const PointTrials*> points = telling(trials);
  const bool twice = !points.empty() && std::all_of(points.begin(), points.end(), [](auto* point) {
    return is_used_twice(*point);
  });
  if (!twice) return "";
  return "each value occurs an even number of times at every size: trials are used twice";
}

std::string dependence(std::span<const PointTrials> trials) {
  if (std::string twice = repetition(trials); !twice.empty()) return twice;
  const double order = shared_order(telling(trials));
  if (order > most_standard_errors) {
    return fmt::format(
        "trials are large at one size where they are large at another, by {:.3g} standard errors "
        "of "
        "the rank correlation: sizes share their random numbers",
        order);
  }
  return "";
}

}  // namespace asymptest
