#include "asymptest/inference/design/information.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>

namespace asymptest::information_test {
namespace {

/// A well-conditioned solve with a handful of columns loses a few digits of sixteen.
constexpr double rounding = 1e-10;

std::vector<Point> doubling(int count) {
  std::vector<Point> points;
  for (int i = 0; i < count; ++i) points.push_back({{"N", 16 * std::exp2(i)}});
  return points;
}

PowerLaw law_of(const Prediction& prediction) { return std::get<PowerLaw>(prediction.kind()); }

double applied(const Influence& influence, const std::vector<Point>& points,
               double (*function)(double)) {
  double sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) sum += influence[i] * function(points[i]["N"]);
  return sum;
}

// An unbiased linear estimate of the slope gives 1 on log x and 0 on every nuisance.
TEST(Information, TheEstimateOfAnExponentIgnoresTheConstantAndTheCorrection) {
  const auto points = doubling(8);
  const std::vector<double> errors{0.1, 0.2, 0.1, 0.3, 0.1, 0.1, 0.2, 0.1};
  const auto influences = exponent_influences(law_of(theta({{"N", -0.5}})), points, errors);
  ASSERT_EQ(influences.size(), 1U);
  EXPECT_NEAR(applied(influences[0], points, [](double n) { return std::log(n); }), 1, rounding);
  EXPECT_NEAR(applied(influences[0], points, [](double) { return 1.0; }), 0, rounding);
  EXPECT_NEAR(applied(influences[0], points, [](double n) { return std::pow(n, -0.5); }), 0,
              rounding);
}

TEST(Information, TooFewPointsForEveryTermFallBackToFewerTerms) {
  const auto points = doubling(3);
  const std::vector<double> errors(3, 0.1);
  const auto influences =
      exponent_influences(law_of(theta({{"N", -0.5}}).up_to_logs()), points, errors);
  EXPECT_NEAR(applied(influences[0], points, [](double n) { return std::log(n); }), 1, rounding);
  // Two sizes: only the plain slope is left, the difference quotient.
  const auto two =
      exponent_influences(law_of(theta({{"N", -0.5}})), doubling(2), std::vector<double>(2, 0.1));
  EXPECT_NEAR(two[0][1], 1 / std::log(2), rounding);
  EXPECT_NEAR(two[0][0], -1 / std::log(2), rounding);
}

// Eight doubling sizes from 16, 40 % noise, 4096 trials, ω = ½: close to 0.02
// jointly with ω, so below it with ω known.
TEST(Information, GivesTheStandardErrorOfTheSquareRootCorrection) {
  const double error = 0.4 / 64;
  const auto influences =
      exponent_influences(law_of(theta({{"N", -0.5}})), doubling(8), std::vector<double>(8, error));
  const double squares =
      std::inner_product(influences[0].begin(), influences[0].end(), influences[0].begin(), 0.0);
  EXPECT_GT(error * std::sqrt(squares), 0.003);
  EXPECT_LT(error * std::sqrt(squares), 0.02);
}

TEST(Information, OfALogPeriodicLawIsThatOfItsLags) {
  // Too few points for a correction beside the phases: the one lag tells the exponent.
  const std::vector<Point> points{{{"N", 10}}, {{"N", 14}}, {{"N", 30}}};
  const PowerLaw law = law_of(theta({{"N", -0.5}}).with_period(3));
  const auto influences = exponent_influences(law, points, std::vector<double>(3, 0.1));
  EXPECT_NEAR(influences[0][0], -1 / std::log(3.0), rounding);
  EXPECT_NEAR(influences[0][1], 0, rounding);
  EXPECT_NEAR(influences[0][2], 1 / std::log(3.0), rounding);
}

TEST(Information, RefusesPointsThatTellNothing) {
  const PowerLaw law = law_of(theta({{"N", -0.5}}));
  EXPECT_THROW(exponent_influences(law, doubling(1), std::vector<double>(1, 0.1)),
               std::invalid_argument);
  EXPECT_THROW(exponent_influences(law, doubling(2), std::vector<double>(2, 0.0)),
               std::invalid_argument);
  EXPECT_THROW(exponent_influences(law, doubling(2), std::vector<double>(1, 0.1)),
               std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::information_test
