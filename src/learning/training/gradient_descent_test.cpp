#include "learning/training/gradient_descent.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace asymptest::learning::gradient_descent_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Rounding of some forty steps on numbers of order one.
constexpr double rounding = 256 * std::numeric_limits<double>::epsilon();

constexpr double step = 0.1;
constexpr int steps = 40;

Stream stream() { return Stream({.suite_seed = 3, .claim = "descent", .point = "", .trial = 0}); }

/// Two decoupled weights, F = (w₁, 2w₂), labels (3, 8): the minimum is (3, 4).
LeastSquares decoupled() {
  return linear_fit(VectorXd{{1, 2}}.asDiagonal().toDenseMatrix(), VectorXd{{3, 8}});
}

TEST(GradientDescent, FollowsTheClosedFormOnAQuadratic) {
  const Descent run = gradient_descent(decoupled(), VectorXd::Zero(2), step, steps);
  const double slow = std::pow(1 - step, steps), fast = std::pow(1 - 4 * step, steps);
  EXPECT_NEAR(run.weights[0], 3 * (1 - slow), rounding);
  EXPECT_NEAR(run.weights[1], 4 * (1 - fast), rounding);
  ASSERT_EQ(run.losses.size(), steps + 1U);
  EXPECT_NEAR(run.losses.front(), (9 + 64) / 2.0, rounding);
  EXPECT_NEAR(run.losses.back(), (9 * slow * slow + 64 * fast * fast) / 2, rounding);
}

TEST(GradientDescent, AddsUpItsPath) {
  const LeastSquares one = linear_fit(MatrixXd::Ones(1, 1), VectorXd::Constant(1, 3));
  const Descent run = gradient_descent(one, VectorXd::Zero(1), step, steps);
  EXPECT_NEAR(run.path_length, 3 * (1 - std::pow(1 - step, steps)), rounding);
  // Beyond 1/β it overshoots by a half each time: 3·1.5·Σ 0.5^t.
  const Descent there_and_back = gradient_descent(one, VectorXd::Zero(1), 1.5, steps);
  EXPECT_NEAR(there_and_back.path_length, 9 * (1 - std::pow(0.5, steps)), rounding);
}

TEST(GradientDescent, StopsWhereTheLossOverflows) {
  const LeastSquares one = linear_fit(MatrixXd::Ones(1, 1), VectorXd::Constant(1, 3));
  const Descent run = gradient_descent(one, VectorXd::Zero(1), 1e10, 1000);
  EXPECT_LT(run.losses.size(), 1000U);
  EXPECT_FALSE(std::isfinite(run.losses.back()));
}

TEST(StochasticDescent, WithTheWholeSampleIsGradientDescent) {
  const Descent whole =
      stochastic_descent(decoupled(), VectorXd::Zero(2), step, steps, 2, stream());
  const Descent plain = gradient_descent(decoupled(), VectorXd::Zero(2), step, steps);
  EXPECT_LT((whole.weights - plain.weights).norm(), rounding);
}

TEST(StochasticDescent, HasTheMeanOfGradientDescentOnALinearModel) {
  // E w_t is the path of gradient descent, because the step is linear in w and the batch is fresh.
  constexpr int runs = 4000, few = 5;
  VectorXd sum = VectorXd::Zero(2);
  for (int k = 0; k < runs; ++k) {
    sum += stochastic_descent(decoupled(), VectorXd::Zero(2), step, few, 1,
                              stream().substream(std::to_string(k)))
               .weights;
  }
  const VectorXd plain = gradient_descent(decoupled(), VectorXd::Zero(2), step, few).weights;
  // The weights spread by about 1.5, so the mean by 1.5/√4000 = 0.024: five of that.
  constexpr double five_standard_errors = 0.12;
  EXPECT_LT((sum / runs - plain).norm(), five_standard_errors);
}

TEST(StochasticDescent, TouchesOneSampleAStepWithABatchOfOne) {
  const Descent run = stochastic_descent(decoupled(), VectorXd::Zero(2), step, 1, 1, stream());
  EXPECT_EQ((run.weights.array() != 0).count(), 1);
  EXPECT_NEAR(std::abs(run.weights.sum()), run.weights[0] != 0 ? 2 * 0.3 : 2 * 1.6, rounding);
}

TEST(Descent, RefusesStepsAndBatchesThatMeanNothing) {
  const VectorXd zero = VectorXd::Zero(2);
  EXPECT_THAT([&] { gradient_descent(decoupled(), zero, 0, 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("step of the descent is 0,")));
  EXPECT_THAT([&] { gradient_descent(decoupled(), zero, std::nan(""), 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("step of the descent is nan")));
  EXPECT_THAT([&] { gradient_descent(decoupled(), zero, step, -1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("number of steps is -1, expected")));
  EXPECT_THAT([&] { stochastic_descent(decoupled(), zero, step, 1, 0, stream()); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("batch is 0, expected 1 to 2")));
  EXPECT_THAT([&] { stochastic_descent(decoupled(), zero, step, 1, 3, stream()); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("batch is 3, expected 1 to 2")));
}

}  // namespace
}  // namespace asymptest::learning::gradient_descent_test
