#include "asymptest/inference/decide.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "asymptest/testing/test_trials.hpp"

namespace asymptest::decide_test {
namespace {

constexpr double alpha = 0.01;

std::vector<PointTrials> inverse_sizes() {
  return test::draw_trials("N", {16, 32, 64, 128, 256, 512}, 256, 1, [](double n, Stream& random) {
    return 1 / n * std::exp(0.1 * random.normal());
  });
}

std::vector<Prediction> every_kind() {
  return {theta({{"N", -1}}).within(0.1), decays("N", 1e-3).within(0.5),
          equals([](const Point& at) { return std::exp(0.005) / at["N"]; }).within(0.1),
          always_at_least(0).within(0.01),
          has_shape({.kind = Shape::Kind::decreasing, .axis = "N"}).within(0.1)};
}

TEST(Decide, TakesExactTrialsAndTheDefaultChanceOfErrorWhereNothingIsSaid) {
  const Prediction law = theta({{"N", -1}}).within(0.1);
  const Verdict verdict = decide(law, inverse_sizes());
  EXPECT_EQ(verdict.outcome, Outcome::supported);
  EXPECT_EQ(verdict.alpha, defaults::alpha);
  EXPECT_EQ(verdict.reason, decide(law, Polarity::exact, inverse_sizes(), defaults::alpha).reason);
}

TEST(Decide, SendsEachKindOfPredictionToItsProcedure) {
  const char* models[] = {"power law", "exponential decay", "the predicted curve", "an inequality",
                          "simultaneous confidence bands"};
  std::size_t kind = 0;
  for (const Prediction& prediction : every_kind()) {
    const Verdict verdict = decide(prediction, Polarity::exact, inverse_sizes(), alpha);
    EXPECT_THAT(verdict.model, testing::StartsWith(models[kind++]));
    EXPECT_EQ(verdict.alpha, alpha);
    EXPECT_FALSE(verdict.reason.empty());
    EXPECT_FALSE(verdict.estimates.empty());
    EXPECT_EQ(verdict.points.size(), 6U);
  }
}

TEST(Decide, NamesThePointAndTheTrialThatCanNotBeJudgedForEveryKind) {
  for (const double bad :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    auto trials = inverse_sizes();
    trials[2].values[7] = bad;
    for (const Prediction& prediction : every_kind()) {
      try {
        decide(prediction, Polarity::exact, trials, alpha);
        FAIL() << prediction.describe();
      } catch (const std::domain_error& problem) {
        EXPECT_NE(std::string(problem.what()).find("trial 7 at N=64 is"), std::string::npos);
      }
    }
  }
}

TEST(Decide, IsTheSameInAnyOrderOfThePoints) {
  const auto forward = inverse_sizes();
  const std::vector<PointTrials> backward(forward.rbegin(), forward.rend());
  for (const Prediction& prediction : every_kind()) {
    EXPECT_EQ(decide(prediction, Polarity::exact, forward, alpha).outcome,
              decide(prediction, Polarity::exact, backward, alpha).outcome);
  }
}

// The trials in other units of the size and of the measurement.
std::vector<PointTrials> in_units(std::vector<PointTrials> trials, double size, double value) {
  for (PointTrials& point : trials) {
    point.at = Point{{"N", point.at["N"] * size}};
    for (double& v : point.values) v *= value;
  }
  return trials;
}

// Each kind of law stated in these units, near the truth, off it, and on the band's edge.
std::vector<Prediction> every_law_in_units(double size, double value) {
  std::vector<Prediction> laws;
  for (const double off : {0.0, 0.1, 0.4}) {
    const auto power = [&] {
      return theta({{"N", -1 - off}}).towards(Towards::infinity).within(0.1);
    };
    laws.push_back(power());
    laws.push_back(power().up_to_logs());
    laws.push_back(power().corrected_by(0.5, "declared"));
    laws.push_back(power().with_period(2));
    laws.push_back(power().plus_constant());
    laws.push_back(at_most({{"N", -1 - off}}).towards(Towards::infinity).within(0.1));
    laws.push_back(at_least({{"N", -1 + off}}).towards(Towards::zero).within(0.1));
    laws.push_back(decays("N", (5e-3 + 0.1 * off) / size).within(0.5));
    laws.push_back(equals([=](const Point& at) {
                     return (1 + off) * std::exp(0.005) * value * size / at["N"];
                   }).within(0.1));
    laws.push_back(always_at_least(off * 0.01 * value).within(0.01));
    laws.push_back(always_at_most((0.05 + off) * value).within(0.01));
  }
  laws.push_back(has_shape({.kind = Shape::Kind::decreasing, .axis = "N"}).within(0.1));
  laws.push_back(has_shape({.kind = Shape::Kind::increasing, .axis = "N"}).within(0.1));
  laws.push_back(
      has_shape({.kind = Shape::Kind::peak, .axis = "N", .location = 64 * size}).within(0.1));
  return laws;
}

TEST(Decide, IsTheSameInEveryUnitForEveryKindOfLaw) {
  const auto trials = inverse_sizes();
  const auto expected = every_law_in_units(1, 1);
  std::vector<Outcome> outcomes;
  for (const Prediction& law : expected) {
    outcomes.push_back(decide(law, Polarity::exact, trials, alpha).outcome);
  }
  EXPECT_THAT(outcomes, testing::IsSupersetOf({Outcome::supported, Outcome::refuted}));
  for (const auto& [size, value] : std::vector<std::pair<double, double>>{
           {1e6, 1}, {1e-6, 1}, {1, 1e9}, {1, 1e-9}, {1e-3, 1e3}, {1e3, 1e-3}}) {
    const auto laws = every_law_in_units(size, value);
    const auto moved = in_units(trials, size, value);
    for (std::size_t i = 0; i < laws.size(); ++i) {
      EXPECT_EQ(decide(laws[i], Polarity::exact, moved, alpha).outcome, outcomes[i])
          << laws[i].describe() << ", sizes times " << size << ", values times " << value;
    }
  }
}

}  // namespace
}  // namespace asymptest::decide_test
