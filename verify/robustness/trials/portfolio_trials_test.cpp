#include "portfolio_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "learning/interpolation/min_norm_regression.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::robustness::portfolio_trials_test {
namespace {

constexpr std::uint64_t trials = 50;

double mean_of(const Trial& trial, const Point& at) {
  return trial_mean("portfolio-trials-test", trial, at, trials);
}

/// The same draws on both sides, but for the features' labellings: there the means.
TEST(PortfolioTrials, BoundsEncloseTheConstant) {
  const Point features{{"n", 8}, {"d", 256}, {"p", 32}}, machine{{"n", 8}, {"d", 64}};
  EXPECT_LT(mean_of(features_lipschitz(Side::below), features),
            mean_of(features_lipschitz(Side::above), features));
  for (std::uint64_t t = 0; t < 10; ++t) {
    Stream one({1, "portfolio-trials-test", "", t}), other = one;
    EXPECT_LE(machine_lipschitz(Side::below)(machine, one),
              machine_lipschitz(Side::above)(machine, other));
  }
}

TEST(PortfolioTrials, FeaturesCostMoreThanTheLinearLaw) {
  // Were tanh the identity on its preactivations: Lip² = n d/(p − n − 1) of the coordinates ⟨g, x⟩,
  // and no slope of tanh is above 1.
  const Point at{{"n", 8}, {"d", 512}, {"p", 32}};
  const double linear = std::sqrt(learning::mean_squared_lipschitz_law(8, 512, 32));
  EXPECT_GT(mean_of(features_lipschitz(Side::below), at), linear);
  EXPECT_LT(mean_of(features_lipschitz(Side::above), at), 3 * linear);
}

TEST(PortfolioTrials, SharesOfTheLabelsAreSharesOfTheBound) {
  const Point at{{"n", 8}, {"d", 256}};
  Stream one({1, "portfolio-trials-test", "", 0}), other = one;
  EXPECT_DOUBLE_EQ(shrinking_machine_lipschitz(at, one),
                   machine_lipschitz(Side::above)(at, other) / 4);
  const Point features{{"n", 8}, {"d", 1024}, {"p", 16}};
  EXPECT_NEAR(shrinking_features_lipschitz(features, one) /
                  features_lipschitz(Side::above)(features, other),
              0.25, 1e-12);
}

TEST(PortfolioTrials, CleanTargetsAreFoundWhateverTheSamples) {
  Stream one({1, "portfolio-trials-test", "", 0}), other = one;
  constexpr double of_the_solve = 1e-8;
  const double few = clean_features_lipschitz({{"n", 16}, {"d", 32}, {"p", 16}}, one);
  const double many = clean_features_lipschitz({{"n", 64}, {"d", 32}, {"p", 16}}, other);
  EXPECT_NEAR(few, many, of_the_solve * many);
}

TEST(NetworkLipschitz, OfNoiseIsAboveThatOfACleanTarget) {
  EXPECT_GT(mean_of(network_lipschitz, {{"d", 12}}),
            3 * mean_of(clean_network_lipschitz, {{"d", 12}}));
}

}  // namespace
}  // namespace asymptest::robustness::portfolio_trials_test
