#include "learning/interpolation/kuhn.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::learning::kuhn_test {
namespace {

using ::testing::ElementsAre;

TEST(Kuhn, OrdersByDescendingCoordinateAndKeepsTiesInPlace) {
  const double x[] = {0.25, 0.75, 0.25, 0.5};
  EXPECT_THAT(kuhn_order<double>(x), ElementsAre(1, 3, 0, 2));
}

TEST(Kuhn, WeighsByTheGapsOfTheSortedCoordinates) {
  const double descending[] = {0.75, 0.5, 0.125};
  EXPECT_THAT(kuhn_weights<double>(descending), ElementsAre(0.25, 0.25, 0.375, 0.125));
}

TEST(Kuhn, PutsAllWeightOnTheVertexThatThePointIs) {
  const double descending[] = {1, 1, 0};
  EXPECT_THAT(kuhn_weights<double>(descending), ElementsAre(0, 0, 1, 0));
}

TEST(Kuhn, ReproducesThePointAsTheWeightedMeanOfTheVertices) {
  const double x[] = {0.25, 0.875, 0.5, 0.125};  // dyadic: no rounding
  const auto order = kuhn_order<double>(x);
  std::vector<double> descending;
  for (const std::size_t i : order) descending.push_back(x[i]);
  const auto weights = kuhn_weights<double>(descending);
  std::vector<double> vertex(4, 0), mean(4, 0);
  for (std::size_t k = 0; k <= 4; ++k) {
    if (k > 0) vertex[order[k - 1]] += 1;
    for (std::size_t i = 0; i < 4; ++i) mean[i] += weights[k] * vertex[i];
  }
  EXPECT_THAT(mean, ElementsAre(0.25, 0.875, 0.5, 0.125));
}

}  // namespace
}  // namespace asymptest::learning::kuhn_test
