#include "learning/dimension/sphere_likelihood_law.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <stdexcept>

#include "learning/dimension/maximum_likelihood.hpp"

namespace asymptest::learning::sphere_likelihood_law_test {
namespace {

TEST(SphereLikelihoodLaw, IsExactlyAHalfOnTheTwoSphere) {
  for (const int points : {30, 1000, 100000}) {
    EXPECT_NEAR(sphere_likelihood_law(2, points, 10), 0.5, 1e-9) << points;
  }
}

TEST(SphereLikelihoodLaw, IsTheRationalFormulaOnTheFourSphere) {
  // F = 3t² − 2t³, g = (1 − 4t/9)/(1 − 2t/3)/2; the excess tends to that of the mean of t.
  const double law = sphere_likelihood_law(4, 100000, 10);
  const double t = std::sqrt(10.0 / (3 * 100000));
  EXPECT_NEAR(4 * law - 1, 2 * t / 9, 0.03 * t);
}

TEST(SphereLogRatioBelow, IsTheRationalFormulaOnTheFourSphereAndALogarithmOnTheTwo) {
  constexpr double quadrature = 1e-5;  // Gauss's rule with 30 points on a root at 0
  for (const double t : {1e-6, 0.1, 0.5, 1.0}) {
    const double formula = (1 - 4 * t / 9) / (1 - 2 * t / 3) / 4;
    EXPECT_NEAR(sphere_log_ratio_below(4, t), formula, quadrature * formula);
    EXPECT_NEAR(sphere_log_ratio_below(2, t), 0.5, quadrature);
  }
  EXPECT_THAT([] { sphere_log_ratio_below(2, 1.5); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("distance 1.5")));
}

TEST(SphereLikelihoodLaw, TendsToTheReciprocalWithTheExcessStated) {
  for (const int d : {1, 3, 6}) {
    // F(t) = t^a/(a B(a, a)) to first order, so that E s_(5) = (a B(a, a)/N)^(1/a) Γ(5 + 1/a)/Γ(5).
    const double a = d / 2.0, points = 1e6;
    const double beta = std::tgamma(a) * std::tgamma(a) / std::tgamma(d);
    const double mean =
        std::pow(a * beta / points, 1 / a) * std::tgamma(5 + 1 / a) / std::tgamma(5);
    const double excess = d * sphere_likelihood_law(d, 1000000, 5) - 1;
    EXPECT_NEAR(excess, d * (d - 2) / std::pow(d + 2, 2) * mean, 0.05 * mean) << d;
  }
}

TEST(SphereLikelihoodLaw, IsWhatTheEstimateMeasures) {
  constexpr int count = 600;
  constexpr std::array<int, 1> ten{10};
  const HalfSamples halves(count);
  for (const int d : {1, 3, 8}) {
    double sum = 0, squares = 0;
    constexpr int trials = 16;
    for (int t = 0; t < trials; ++t) {
      Stream random({.claim = "sphere-law-test", .trial = static_cast<std::uint64_t>(t)});
      const Eigen::MatrixXd points = uniform_sphere_points(d, count, random);
      const auto lists = nearest_others(points, list_length(10, count), 1);
      const double value = likelihood_reciprocals(lists, halves, ten)(0);
      sum += value;
      squares += value * value;
    }
    const double mean = sum / trials, variance = squares / trials - mean * mean;
    EXPECT_NEAR(mean, sphere_likelihood_law(d, count, 10), 4 * std::sqrt(variance / trials)) << d;
  }
}

TEST(SphereLikelihoodLaw, RefusesTooManyNeighbours) {
  EXPECT_THAT([] { sphere_likelihood_law(3, 10, 10); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("k = 10 of 10")));
}

}  // namespace
}  // namespace asymptest::learning::sphere_likelihood_law_test
