#include "asymptest/claim/laws/prediction.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace asymptest::prediction_test {
namespace {

TEST(Prediction, DescribesItselfInOneLine) {
  EXPECT_EQ(theta({{"n", 0.5}, {"p", -0.5}}).within(0.05).up_to_logs().describe(),
            "theta (n)^0.5 (p)^-0.5 up to logs, band 0.05");
  EXPECT_EQ(always_at_least(1, 1e-12).within(1e-3).describe(),
            "always >= 1 (rounding 1e-12), band 0.001");
  EXPECT_EQ(always_at_most(2).but_for_chance(0.05).within(0.01).describe(),
            "always <= 2 but for a chance of 0.05, band 0.01");
  EXPECT_EQ(has_shape({.kind = Shape::Kind::peak, .axis = "p", .location = 40}).describe(),
            "peak in p at 40");
}

TEST(Prediction, DescribesItsPeriodSoThatTheDigestHoldsIt) {
  EXPECT_EQ(theta({{"N", -0.5}}).with_period(3).within(0.05).describe(),
            "theta (N)^-0.5, period 3, band 0.05");
}

TEST(Prediction, RefusesAPeriodThatIsNoRatioAboveOneOrHasSeveralFactors) {
  for (const double ratio : {1.0, 0.5, -3.0, std::nan(""), HUGE_VAL}) {
    EXPECT_THROW(theta({{"N", -1}}).with_period(ratio), std::invalid_argument) << ratio;
  }
  EXPECT_THROW(theta({{"n", 1}, {"d", 1}}).with_period(2), std::invalid_argument);
  EXPECT_THROW(decays("t", 1).with_period(2), std::invalid_argument);
  EXPECT_THROW(decays("t", 1).may_begin_early(), std::invalid_argument);
}

TEST(Prediction, DescribesTheLimitThatItSpeaksOf) {
  EXPECT_EQ(theta({{"h", 2}}).towards(Towards::zero).describe(), "theta (h)^2, h -> 0");
  EXPECT_EQ(at_most({{"n", -1}, {"h", 2}})
                .towards(Towards::infinity)
                .towards(Towards::zero, "h")
                .describe(),
            "at_most (n)^-1 (h)^2, n -> infinity, h -> 0");
  EXPECT_THROW(theta({{"h", 2}}).towards(Towards::zero, "n"), std::invalid_argument);
  EXPECT_THROW(decays("t", 1).towards(Towards::zero), std::invalid_argument);
}

TEST(Prediction, FactorTakesTheAxisTransformOfTheLaw) {
  const Factor gap{"p-n-1", -0.5, [](const Point& at) { return at["p"] - at["n"] - 1; }};
  EXPECT_EQ(gap.at({{"n", 10}, {"p", 15}}), 4);
  EXPECT_THROW(static_cast<void>(gap.at({{"n", 10}, {"p", 11}})), std::domain_error);
  EXPECT_EQ((Factor{"n", 1}.at({{"n", 10}})), 10);
}

TEST(Prediction, DescribesItsConstantSoThatTheDigestHoldsIt) {
  EXPECT_EQ(theta({{"N", -0.35}}).plus_constant().within(0.05).describe(),
            "theta (N)^-0.35 + constant, band 0.05");
  EXPECT_THROW(theta({{"n", 1}, {"d", 1}}).plus_constant(), std::invalid_argument);
  EXPECT_THROW(decays("t", 1).plus_constant(), std::invalid_argument);
}

TEST(Prediction, OfPairsIsAPowerLawOfAMean) {
  EXPECT_THAT(theta({{"N", 1}}).of(Summary::geometric_mean).paired().describe(),
              testing::HasSubstr(", from pairs"));
  EXPECT_THROW(theta({{"N", 1}}).of(Summary::median).paired(), std::invalid_argument);
  EXPECT_THROW(theta({{"N", 1}}).paired().of(Summary::median), std::invalid_argument);
  EXPECT_THROW(theta({{"N", 1}}).paired().bounded(0, 1), std::invalid_argument);
  EXPECT_THROW(always_at_least(0).paired(), std::invalid_argument);
}

TEST(Prediction, SaysWhoseItsCorrectionIs) {
  const Prediction law = theta({{"N", -1}}).corrected_by(0.5, "Stirling's series");
  const auto record = [](const Prediction& of) { return record_of(std::get<PowerLaw>(of.kind())); };
  EXPECT_EQ(record(law).correction, "N^-0.5: Stirling's series");
  EXPECT_EQ(record(theta({{"1/t", 1}}).corrected_by(1, "Taylor")).correction, "(1/t)^-1: Taylor");
  EXPECT_EQ(record(law.without_correction()).correction, std::nullopt);
  EXPECT_EQ(law.without_correction().describe(), theta({{"N", -1}}).describe());
  EXPECT_EQ(always_at_least(0).without_correction().describe(), always_at_least(0).describe());
}

TEST(Prediction, RefusesWhatItsKindDoesNotHave) {
  EXPECT_THROW(theta({}), std::invalid_argument);
  EXPECT_THROW(theta({{"n", 1}}).within(0), std::invalid_argument);
  EXPECT_THROW(theta({{"n", 1}}).corrected_by(-1, ""), std::invalid_argument);
  EXPECT_THROW(decays("t", 1).up_to_logs(), std::invalid_argument);
  EXPECT_THROW(always_at_most(0).of(Summary::median), std::invalid_argument);
  EXPECT_THROW(always_at_most(0).but_for_chance(1), std::invalid_argument);
  EXPECT_THROW(theta({{"n", 1}}).but_for_chance(0.1), std::invalid_argument);
}

TEST(Prediction, OfBoundedTrialsSaysTheirRange) {
  EXPECT_EQ(theta({{"n", -0.5}}).within(0.1).bounded(0, 100).describe(),
            "theta (n)^-0.5, band 0.1, of the bounded mean in [0, 100]");
  EXPECT_EQ(theta({{"n", -0.5}}).within(0.1).of(Summary::proportion).describe(),
            "theta (n)^-0.5, band 0.1, of the proportion");
  EXPECT_THROW(theta({{"n", 1}}).bounded(1, 0), std::invalid_argument);
  EXPECT_THROW(theta({{"n", 1}}).of(Summary::bounded_mean), std::invalid_argument);
  EXPECT_THROW(theta({{"n", 1}}).plus_constant().bounded(0, 1), std::invalid_argument);
  EXPECT_THROW(theta({{"n", 1}, {"d", 1}}).of(Summary::proportion), std::invalid_argument);
  EXPECT_THROW(always_at_most(1).bounded(0, 1), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::prediction_test
