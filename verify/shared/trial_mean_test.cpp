#include "trial_mean.hpp"

#include <gtest/gtest.h>

#include <set>

namespace asymptest::trial_mean_test {
namespace {

TEST(TrialMean, AveragesTrialsWithAStreamOfTheirOwnEach) {
  std::set<double> drawn;
  double sum = 0;
  const Trial uniform = [&](const Point& at, Stream& random) {
    const double value = at["x"] * random.uniform();
    drawn.insert(value), sum += value;
    return value;
  };
  const double mean = trial_mean("trial-mean-test", uniform, Point{{"x", 2}}, 64);
  EXPECT_EQ(mean, sum / 64);
  EXPECT_EQ(drawn.size(), 64);
}

}  // namespace
}  // namespace asymptest::trial_mean_test
