#include "asymptest/estimate/smallest_band.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace asymptest::cli::smallest_band_test {
namespace {

constexpr double search_step = 1e-3;

/// The same by trying predictions.
double by_search(const ExponentRegion& r) {
  double least = std::numeric_limits<double>::infinity();
  for (int i = -2000; i <= 2000; ++i) {
    const double a = i * search_step;
    least = std::min(least, std::max({r.inner.upper - a, a - r.inner.lower, (r.outer.upper - a) / 2,
                                      (a - r.outer.lower) / 2}));
  }
  return least;
}

TEST(SmallestBand, IsThatOfTheBestPrediction) {
  const ExponentRegion regions[] = {{.inner = {-0.1, 0.1}, .outer = {-0.15, 0.12}},
                                    {.inner = {-0.1, 0.1}, .outer = {-0.6, 0.6}},
                                    {.inner = {-0.1, 0.1}, .outer = {-0.6, 0.12}},
                                    {.inner = {0.3, 0.5}, .outer = {0.25, 1.2}}};
  for (const ExponentRegion& region : regions) {
    EXPECT_NEAR(smallest_band(region), by_search(region), search_step);
  }
}

TEST(SmallestBand, IsInfiniteWhereNothingIsKnown) {
  constexpr double unbounded = std::numeric_limits<double>::infinity();
  EXPECT_EQ(smallest_band({.inner = {-1, 1}, .outer = {-unbounded, unbounded}}), unbounded);
}

}  // namespace
}  // namespace asymptest::cli::smallest_band_test
