#include "asymptest/inference/laws/power/exponent_band.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::exponent_band_test {
namespace {

const PowerLaw& law_of(const Prediction& prediction) {
  return std::get<PowerLaw>(prediction.kind());
}

ExponentRegion region(double lower, double upper) {
  return {(lower + upper) / 2, {lower, upper}, {lower, upper}};
}

BandJudgement judged(const Prediction& prediction, const ExponentRegion& r,
                     Polarity polarity = Polarity::exact, Towards limit = Towards::infinity) {
  const PowerLaw& law = law_of(prediction);
  return judge_bands(law, polarity, {band_of(law, law.factors.front(), 0.1, limit)}, {r});
}

TEST(ExponentBand, IsOpenOnTheSideThatTheRelationLeaves) {
  const Prediction two_sided = theta({{"n", 0.5}}), below = at_most({{"n", 0.5}});
  const Factor& factor = law_of(below).factors.front();
  const ExponentBand plain = band_of(law_of(two_sided), factor, 0.1, Towards::infinity);
  EXPECT_DOUBLE_EQ(plain.band.lower, 0.4);
  EXPECT_DOUBLE_EQ(plain.band.upper, 0.6);
  EXPECT_TRUE(std::isinf(band_of(law_of(below), factor, 0.1, Towards::infinity).band.lower));
  // As h -> 0, at most h^0.5 says that the exponent is 0.5 at least.
  EXPECT_TRUE(std::isinf(band_of(law_of(below), factor, 0.1, Towards::zero).band.upper));
}

TEST(ExponentBand, JudgesByWhereTheRegionLies) {
  const Prediction law = theta({{"n", 0.5}});
  EXPECT_EQ(judged(law, region(0.45, 0.55)).outcome, Outcome::supported);
  EXPECT_EQ(judged(law, region(0.85, 0.95)).outcome, Outcome::refuted);
  EXPECT_EQ(judged(law, region(0.55, 0.85)).outcome, Outcome::inconclusive);
}

TEST(ExponentBand, ABoundOfTheTruthCarriesItsOwnSideAlone) {
  const Prediction law = theta({{"n", 0.5}});
  EXPECT_FALSE(judged(law, region(0.45, 0.55), Polarity::lower_bound).carried);
  EXPECT_TRUE(judged(law, region(0.85, 0.95), Polarity::lower_bound).carried);
  EXPECT_FALSE(judged(law, region(0.85, 0.95), Polarity::upper_bound).carried);
  // Where the size shrinks, a larger exponent means a smaller quantity.
  EXPECT_FALSE(judged(law, region(0.85, 0.95), Polarity::lower_bound, Towards::zero).carried);
}

TEST(ExponentBand, TheOuterRegionMayReachARivalButNotPassIt) {
  const Prediction law = theta({{"n", 0.5}});
  const ExponentBand band =
      band_of(law_of(law), law_of(law).factors.front(), 0.1, Towards::infinity);
  const Bounds merged = decision_region(band, {0.5, {0.48, 0.52}, {0.35, 0.65}});
  EXPECT_DOUBLE_EQ(merged.lower, 0.45);
  EXPECT_DOUBLE_EQ(merged.upper, 0.55);
}

TEST(ExponentBand, AsksForTrialsWhereLessNoiseWouldDecide) {
  const Prediction prediction = theta({{"n", 0.5}});
  const PowerLaw& law = law_of(prediction);
  const std::vector<ExponentBand> bands{band_of(law, law.factors.front(), 0.1, Towards::infinity)};
  PowerLawFit fit;
  fit.with_more_trials = {region(0.48, 0.52)};
  EXPECT_EQ(need_of(law, bands, fit), Need::more_trials);
  fit.with_more_trials = {region(0.3, 0.7)};
  EXPECT_EQ(need_of(law, bands, fit), Need::larger_sizes);
  fit.with_more_trials = {region(0.48, 0.52)};
  fit.adequate = false;
  EXPECT_EQ(need_of(law, bands, fit), Need::larger_sizes) << "no law fits";
}

TEST(ExponentBand, IsDescribedWithTheLimitAndTheRegionThatDecides) {
  const Prediction prediction = theta({{"n", 0.5}});
  const PowerLaw& law = law_of(prediction);
  const ExponentBand band = band_of(law, law.factors.front(), 0.1, Towards::infinity);
  const Estimate estimate = estimate_of(law.factors.front(), band, region(0.45, 0.55));
  EXPECT_EQ(describe(estimate, Towards::infinity, Outcome::supported, 0.01),
            "as n -> infinity, the exponent of n is 0.5, 99 % interval [0.45, 0.55]; the region "
            "that decides, [0.45, 0.55], lies within 0.5 ± 0.1");
}

TEST(ExponentBand, IsNeverSaidToBeCertain) {
  const Prediction prediction = theta({{"n", 0.5}});
  const PowerLaw& law = law_of(prediction);
  const ExponentBand band = band_of(law, law.factors.front(), 0.1, Towards::infinity);
  const Estimate estimate = estimate_of(law.factors.front(), band, region(0.45, 0.55));
  const auto words = [&](double alpha) {
    return describe(estimate, Towards::infinity, Outcome::supported, alpha);
  };
  EXPECT_THAT(words(5e-8), testing::HasSubstr("is 0.5, 99.999995 % interval"));
  EXPECT_THAT(words(0.025), testing::HasSubstr("is 0.5, 97.5 % interval"));
  EXPECT_THAT(words(1e-12), testing::HasSubstr("is 0.5, 99.9999999999 % interval"));
}

}  // namespace
}  // namespace asymptest::exponent_band_test
