#include "learning/training/expected_step.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "learning/training/gradient_descent.hpp"

namespace asymptest::learning::expected_step_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr double rounding = 1e-12;

MatrixXd design() { return MatrixXd{{1, 2, 0}, {0, 1, -1}, {2, 0, 1}, {1, 1, 1}}; }
VectorXd labels() { return VectorXd{{1, -1, 2, 0.5}}; }
VectorXd start() { return VectorXd{{0.3, -0.2, 0.1}}; }

TEST(ExpectedLossAfterStep, IsThatOfDescentWithAllSamples) {
  const LeastSquares fit = linear_fit(design(), labels());
  EXPECT_NEAR(expected_loss_after_step(fit, start(), 0.1, 4),
              gradient_descent(fit, start(), 0.1, 1).losses.back(), rounding);
}

/// r ← (I − ηn·K·e_i·e_iᵀ)·r with i uniform: ½(|r|² − 2η·rᵀKr + η²n·Σ r_i²|K·e_i|²).
TEST(ExpectedLossAfterStep, FollowsTheLawOfALinearModelInBatchesOfOne) {
  const LeastSquares fit = linear_fit(design(), labels());
  const VectorXd r = design() * start() - labels();
  const MatrixXd kernel = design() * design().transpose();
  constexpr double step = 0.1;
  double noise = 0;
  for (Index i = 0; i < r.size(); ++i) noise += r[i] * r[i] * kernel.col(i).squaredNorm();
  const double law = (r.squaredNorm() - 2 * step * r.dot(kernel * r) +
                      step * step * static_cast<double>(r.size()) * noise) /
                     2;
  EXPECT_NEAR(expected_loss_after_step(fit, start(), step, 1), law, rounding);
}

TEST(ExpectedLossAfterStep, IsTheMeanOverStochasticSteps) {
  constexpr int runs = 20000;
  const LeastSquares fit = linear_fit(design(), labels());
  double sum = 0, squares = 0;
  for (std::uint64_t t = 0; t < runs; ++t) {
    const double loss =
        stochastic_descent(fit, start(), 0.1, 1, 2, Stream({1, "expected-step-test", "", t}))
            .losses.back();
    sum += loss;
    squares += loss * loss;
  }
  const double mean = sum / runs, error = std::sqrt((squares / runs - mean * mean) / runs);
  EXPECT_NEAR(expected_loss_after_step(fit, start(), 0.1, 2), mean, 5 * error);
}

TEST(ExpectedLossAfterStep, NamesWhatIsWrong) {
  const LeastSquares fit = linear_fit(design(), labels());
  EXPECT_THAT([&] { expected_loss_after_step(fit, start(), 0, 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("step of the descent is 0")));
  EXPECT_THAT([&] { expected_loss_after_step(fit, start(), 0.1, 5); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("batch is 5, expected 1 to 4")));
  const LeastSquares large = linear_fit(MatrixXd::Ones(21, 1), VectorXd::Ones(21));
  EXPECT_THAT([&] { expected_loss_after_step(large, VectorXd::Ones(1), 0.1, 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("21 samples, expected at most 20")));
}

}  // namespace
}  // namespace asymptest::learning::expected_step_test
