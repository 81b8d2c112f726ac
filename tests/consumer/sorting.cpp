#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "asymptest/claim/registry.hpp"

namespace sorting {
namespace {

using namespace asymptest;

using Pivot = std::size_t (*)(std::size_t length, Stream& random);

/// Comparisons with a pivot while quicksort sorts `values`.
double comparisons(std::vector<double> values, Pivot pivot, Stream& random) {
  if (values.size() < 2) return 0;
  const double p = values[pivot(values.size(), random)];
  std::vector<double> below, above;
  for (const double v : values) {
    if (v != p) (v < p ? below : above).push_back(v);
  }
  return static_cast<double>(values.size() - 1) + comparisons(std::move(below), pivot, random) +
         comparisons(std::move(above), pivot, random);
}

/// Of n sorted values, which a good choice of pivots doesn't mind.
Trial of_sorted_values(Pivot pivot) {
  return [=](const Point& at, Stream& random) {
    std::vector<double> values(at.count("n"));
    std::iota(values.begin(), values.end(), 0);
    return comparisons(std::move(values), pivot, random);
  };
}

std::size_t drawn(std::size_t length, Stream& random) { return random.below(length); }
std::size_t leftmost(std::size_t, Stream&) { return 0; }

/// 2(n + 1)·Hₙ − 4n.
double expected(const Point& at) {
  const double n = at["n"];
  double harmonic = 0;
  for (double k = 1; k <= n; ++k) harmonic += 1 / k;
  return 2 * (n + 1) * harmonic - 4 * n;
}

const Registered quicksort{{
    .id = "algorithms/quicksort",
    .title = "Quicksort takes 2n log n comparisons",
    .statement = R"(\mathbb{E}\,C_n = 2(n+1)H_n - 4n = \Theta(n\log n))",
    .source = {"Hoare 1962, Quicksort", "the mean number of comparisons"},
    .assumes = {"each pivot is drawn from the values that it divides"},
    .sweep = {axis("n", "values").geometric(16, 1024)},
    .measure = {"comparisons with a pivot", Polarity::exact, of_sorted_values(drawn)},
    .predict = equals(expected)
                   .within(0.05)
                   .rival(-0.28, "n·log₂n, as merge sort takes in the limit")
                   .because("a sixth of the gap to the rival"),
    .budget = {.first = 64, .quick = 1024},
    .controls = {{.name = "leftmost-pivot",
                  .breaks = "each pivot is drawn from the values that it divides",
                  .expect = above(1).because(
                      "n(n − 1)/2 comparisons of sorted values, 120 for 51 at n = 16"),
                  .trial = of_sorted_values(leftmost)}},
}};

}  // namespace
}  // namespace sorting
