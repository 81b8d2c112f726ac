#include "trial_mean.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

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

TEST(TrialMeanAndError, AreThoseOfTheTrials) {
  std::vector<double> drawn;
  const Trial uniform = [&](const Point&, Stream& random) {
    drawn.push_back(random.uniform());
    return drawn.back();
  };
  const auto [mean, error] = trial_mean_and_error("trial-mean-test", uniform, Point{{"x", 2}}, 3);
  const double sum = drawn[0] + drawn[1] + drawn[2];
  EXPECT_DOUBLE_EQ(mean, sum / 3);
  double squares = 0;
  for (const double value : drawn) squares += std::pow(value - sum / 3, 2);
  EXPECT_DOUBLE_EQ(error, std::sqrt(squares / 2 / 3));
}

}  // namespace
}  // namespace asymptest::trial_mean_test
