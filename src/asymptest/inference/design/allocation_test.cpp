#include "asymptest/inference/design/allocation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "asymptest/inference/design/information.hpp"
#include "asymptest/testing/test_trials.hpp"

namespace asymptest::allocation_test {
namespace {

using testing::Each;

const std::vector<double> sizes{16, 32, 64, 128, 256, 512, 1024, 2048};

// Noise that depends on the size.
std::vector<PointTrials> noisy(const std::function<double(double)>& spread, int trials = 64) {
  return test::draw_trials("N", sizes, trials, 1, [&](double n, Stream& random) {
    return std::exp(spread(n) * random.normal()) / n;
  });
}

const std::vector<double> equal_costs(sizes.size(), 1);

double even_noise(double) { return 0.3; }

const Prediction power_law = theta({{"N", -1}}).within(0.1);
const Prediction value_law = equals([](const Point& at) { return 1 / at["N"]; }).within(0.1);

double total_cost(const std::vector<std::int64_t>& trials, const std::vector<double>& cost) {
  return std::inner_product(trials.begin(), trials.end(), cost.begin(), 0.0);
}

double exponent_variance(const std::vector<std::int64_t>& trials, double spread) {
  std::vector<Point> points;
  std::vector<double> errors;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    points.push_back({{"N", sizes[i]}});
    errors.push_back(spread / std::sqrt(static_cast<double>(trials[i])));
  }
  const auto influences = exponent_influences(std::get<PowerLaw>(power_law.kind()), points, errors);
  double variance = 0;
  for (std::size_t i = 0; i < errors.size(); ++i) {
    variance += std::pow(influences[0][i] * errors[i], 2);
  }
  return variance;
}

TEST(Allocate, NeverCostsMoreThanAnEvenDesignNorWastesMuch) {
  const std::vector<double> cost{1, 2, 4, 8, 16, 32, 64, 128};
  for (const Prediction& law : {power_law, value_law}) {
    const auto trials = allocate(law, noisy(even_noise), cost, 1000);
    EXPECT_LE(total_cost(trials, cost), 1000 * 255);
    // Less than one trial a point is lost by rounding.
    EXPECT_GT(total_cost(trials, cost), 999 * 255);
  }
}

TEST(Allocate, MakesTheExponentMoreCertainAtTheSameCost) {
  const auto trials = allocate(power_law, noisy(even_noise), equal_costs, 1000);
  const std::vector<std::int64_t> even(sizes.size(), 1000);
  // With known noise the variance is 0.834 of the even design's half-way to the best influences,
  // and 0.551 at the best of all designs, which measures at three sizes only.
  EXPECT_LT(exponent_variance(trials, 0.3), 0.85 * exponent_variance(even, 0.3));
  EXPECT_THAT(trials, Each(testing::Ge(499)));
}

TEST(Allocate, GivesTheNoisyPointsOfAValueLawMoreTrials) {
  const auto trials =
      allocate(value_law, noisy([](double n) { return n == 64 ? 0.4 : 0.1; }), equal_costs, 1000);
  EXPECT_GT(trials[2], 2000);
  EXPECT_LT(trials[0], 1000);
}

TEST(Allocate, MeasuresDearPointsLess) {
  std::vector<double> cost(sizes.size(), 1);
  cost.back() = 100;
  const auto even = allocate(power_law, noisy(even_noise), equal_costs, 1000);
  EXPECT_LT(allocate(power_law, noisy(even_noise), cost, 1000).back(), even.back());
}

TEST(Allocate, NeverTakesBackTrials) {
  auto so_far = noisy(even_noise);
  so_far[1].values.resize(5000, 1.0 / 32);
  const auto trials = allocate(power_law, so_far, equal_costs, 100);
  for (std::size_t i = 0; i < trials.size(); ++i) {
    EXPECT_GE(trials[i], static_cast<std::int64_t>(so_far[i].values.size()));
  }
  EXPECT_EQ(trials[1], 5000);
}

TEST(Allocate, PointsThatAreNewGetTheirPart) {
  auto so_far = noisy(even_noise);
  so_far.back().values.clear();
  EXPECT_GT(allocate(power_law, so_far, equal_costs, 1000).back(), 1000);
}

TEST(Allocate, IsEvenWhereNothingIsKnownOrNothingMatters) {
  std::vector<PointTrials> nothing;
  for (const double n : sizes) nothing.push_back({{{"N", n}}, {}});
  EXPECT_THAT(allocate(power_law, nothing, equal_costs, 7), Each(7));
  EXPECT_THAT(allocate(power_law, noisy(even_noise, 15), equal_costs, 100), Each(100));
  EXPECT_THAT(allocate(always_at_least(0).within(0.1), noisy(even_noise), equal_costs, 100),
              Each(100));
  EXPECT_THAT(allocate(value_law, noisy([](double) { return 0.0; }), equal_costs, 100), Each(100));
}

TEST(Allocate, IsEvenForPairs) {
  Prediction paired = power_law;
  paired.paired();
  const std::vector<double> cost{1, 2, 4, 8, 16, 32, 64, 128};
  EXPECT_THAT(allocate(paired, noisy(even_noise), cost, 100), Each(100));
}

TEST(Allocate, IsEvenWhereTheCostIsNotDeclared) {
  EXPECT_THAT(allocate(power_law, noisy(even_noise), {}, 100), Each(100));
}

TEST(Allocate, RefusesCostsThatDoNotFitThePoints) {
  const auto so_far = noisy(even_noise, 2);
  EXPECT_THROW(allocate(power_law, so_far, std::vector{1.0}, 2), std::invalid_argument);
  EXPECT_THROW(allocate(power_law, so_far, std::vector<double>(sizes.size(), 0.0), 2),
               std::invalid_argument);
  EXPECT_THROW(allocate(power_law, so_far, {}, 0), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::allocation_test
