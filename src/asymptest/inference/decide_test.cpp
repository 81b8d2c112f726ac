#include "asymptest/inference/decide.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

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

}  // namespace
}  // namespace asymptest::decide_test
