#include "classification_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "learning/interpolation/simplicial_vote.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::interpolation::classification_trials_test {
namespace {

/// A few dozen roundings of numbers of order one.
constexpr double rounding = 1e-12;

constexpr std::uint64_t trials = 2048;
/// Five standard errors of a mean of values between 0 and 1.
const double tolerance = 5 * 0.5 / std::sqrt(trials);

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("classification-trials-test", trial, at, trials);
}

TEST(ClassificationTrials, HaveTheMeansOfTheLaw) {
  for (const double d : {1.0, 6.0}) {
    const Point at{{"d", d}, {"q", 0.3}};
    const auto n = static_cast<std::int64_t>(d);
    EXPECT_NEAR(mean_of(simplicial_excess, at), learning::plug_in_excess_law(n, 0.3), tolerance);
    EXPECT_NEAR(mean_of(shared_label_excess, at), 0.4 * 0.3, tolerance);
    EXPECT_NEAR(mean_of(shared_label_excess_at_worst, at), 0.125, tolerance);
    EXPECT_NEAR(mean_of(heaviest_vertex_excess_at_worst, at), 0.125, tolerance);
  }
  const Point at{{"d", 64}};
  EXPECT_NEAR(worst_noise(at), 0.5 - 0.531597 / 8, rounding);
  EXPECT_NEAR(mean_of(simplicial_excess_at_worst, at),
              learning::plug_in_excess_law(64, worst_noise(at)), tolerance / 4);
}

TEST(ClassificationTrials, AverageOverTheMargin) {
  // One vertex: E δ(1 − δ)/2 with E δ^k = α/(α + k).
  const Point at{{"d", 3}};
  for (const double alpha : {0.5, 2.0}) {
    const auto one = [=](const Point& p, Stream& random) {
      return one_vertex_excess_under_margin(alpha, p, random);
    };
    EXPECT_NEAR(mean_of(one, at), (alpha / (alpha + 1) - alpha / (alpha + 2)) / 2, tolerance);
  }
  // Simplicial, α = 1: the integral of the law over δ, by the midpoint rule.
  const Point high{{"d", 128}};
  double integral = 0;
  for (int i = 0; i < 2000; ++i) {
    integral += learning::plug_in_excess_law(128, (1 - (i + 0.5) / 2000) / 2) / 2000;
  }
  const auto uniform = [](const Point& p, Stream& random) {
    return simplicial_excess_under_margin(1, p, random);
  };
  EXPECT_NEAR(mean_of(uniform, high), integral, 5 * 0.1 / std::sqrt(trials * 15));
}

}  // namespace
}  // namespace asymptest::interpolation::classification_trials_test
