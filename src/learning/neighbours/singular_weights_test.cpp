#include "learning/neighbours/singular_weights.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace asymptest::learning::singular_weights_test {
namespace {

/// Of a weight below 1: a power, a sum of three and a quotient, a few roundings each.
constexpr double rounding = 1e-15;

TEST(SingularWeights, AreThePowersOfTheDistances) {
  const std::vector<double> weights = singular_weights(std::vector{1.0, 2.0, 4.0}, 2);
  EXPECT_NEAR(weights[0], 16.0 / 21, rounding);
  EXPECT_NEAR(weights[1], 4.0 / 21, rounding);
  EXPECT_NEAR(weights[2], 1.0 / 21, rounding);
}

TEST(SingularWeights, InterpolateAndDontOverflow) {
  EXPECT_EQ(singular_weights(std::vector{0.3, 0.0, 1.0}, 0.5), (std::vector{0.0, 1.0, 0.0}));
  EXPECT_EQ(singular_weights(std::vector{0.0, 0.0, 1.0}, 3), (std::vector{0.5, 0.5, 0.0}));
  EXPECT_EQ(singular_weights(std::vector{1e-300, 1.0}, 50), (std::vector{1.0, 0.0}));
  EXPECT_EQ(singular_weights(std::vector{1e300, 1e300}, 50), (std::vector{0.5, 0.5}));
  // Farther than any quotient: (10^600)^-0.005 is 1/1000.
  EXPECT_NEAR(singular_weights(std::vector{1e-300, 1e300}, 0.005)[1], 1.0 / 1001, rounding);
}

TEST(SingularWeights, RefuseWhatHasNoWeights) {
  EXPECT_THROW(singular_weights({}, 1), std::invalid_argument);
  EXPECT_THROW(singular_weights(std::vector{-1.0}, 1), std::invalid_argument);
  EXPECT_THROW(singular_weights(std::vector{1.0}, 0), std::invalid_argument);
  EXPECT_THROW(singular_weights(std::vector{std::numeric_limits<double>::infinity()}, 1),
               std::invalid_argument);
}

/// Against plain draws of Σ w², of which each is between 0 and 1.
TEST(ConditionalSumOfSquaredWeights, HasTheMeanOfPlainDraws) {
  constexpr int draws = 20000;
  for (const double s : {0.3, 0.8, 2.0}) {
    Stream random({1, "singular-weights-test", "", 0});
    double plain = 0, conditional = 0;
    for (int i = 0; i < draws; ++i) {
      std::vector<double> t(5);
      random.fill_uniform(t);
      const std::vector<double> weights = singular_weights(t, s);
      plain += std::inner_product(weights.begin(), weights.end(), weights.begin(), 0.0);
      conditional += conditional_sum_of_squared_weights(5, s, random);
    }
    // In [0, 1] either, with standard deviations of 0.3 at most: five errors of each.
    EXPECT_NEAR(plain / draws, conditional / draws, 10 * 0.3 / std::sqrt(draws)) << s;
  }
}

/// s = 1, N = 2 given t₂: 2∫(1 + t/t₂)^−2 dt = 2 t₂/(1 + t₂), whose mean is 2(1 − ln 2).
TEST(ConditionalSumOfSquaredWeights, IsTheIntegralOfTwo) {
  constexpr double of_trapezoids = 1e-12;  // of the rule in x, whose error falls exponentially
  Stream random({1, "singular-weights-test", "", 1}), same({1, "singular-weights-test", "", 1});
  for (int i = 0; i < 10; ++i) {
    const double t = same.uniform();
    EXPECT_NEAR(conditional_sum_of_squared_weights(2, 1, random), 2 * t / (1 + t), of_trapezoids);
  }
}

TEST(SumOfSquaredWeightsLaw, IsReached) {
  // Terms left out are of the relative order N^(1 − 1/s) = 0.0014 at s = 0.6, and smaller
  // elsewhere; a trial spreads by less than its mean.
  constexpr double slack = 5 / 20.0 / 2;
  for (const double s : {0.2, 0.6, 2.0}) {
    Stream random({1, "singular-weights-test", "", 2});
    double sum = 0;
    for (int i = 0; i < 400; ++i) sum += conditional_sum_of_squared_weights(20000, s, random);
    EXPECT_NEAR(sum / 400 / sum_of_squared_weights_law(20000, s), 1, slack) << s;
  }
  EXPECT_THROW(sum_of_squared_weights_law(9, 1), std::domain_error);
}

}  // namespace
}  // namespace asymptest::learning::singular_weights_test
