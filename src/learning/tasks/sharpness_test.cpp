#include "sharpness.hpp"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <cmath>

namespace asymptest::learning::optimisation::sharpness_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

TrainingTask drawn(std::uint64_t trial) {
  return narrow_task(6, Stream({1, "sharpness-test", "", trial}));
}

double largest_eigenvalue(const MatrixXd& matrix) {
  return Eigen::SelfAdjointEigenSolver<MatrixXd>(matrix).eigenvalues().maxCoeff();
}

TEST(SharpnessAfter, IsTheLargestEigenvalueOfTheHessianByDifferences) {
  constexpr double stretch = 1, h = 1e-5;
  constexpr double difference_error = 1e-7;  // h² of the fourth derivative and ε/h of the gradient
  for (std::uint64_t trial = 0; trial < 3; ++trial) {
    const TrainingTask task = drawn(trial);
    const double first = largest_eigenvalue(task.fit.kernel(task.start));
    VectorXd end = task.start;
    for (int t = 0; t < sharpness_steps; ++t) end -= stretch / first * task.fit.gradient(end);
    MatrixXd hessian(end.size(), end.size());
    for (Index k = 0; k < end.size(); ++k) {
      const VectorXd step = h * VectorXd::Unit(end.size(), k);
      hessian.col(k) = (task.fit.gradient(end + step) - task.fit.gradient(end - step)) / (2 * h);
    }
    const Sharpness sharpness = sharpness_after(task, stretch);
    EXPECT_TRUE(sharpness.converged) << trial;
    EXPECT_NEAR(sharpness.value, largest_eigenvalue(hessian) / first, difference_error) << trial;
  }
}

TEST(SharpnessAfter, OfALinearModelIsOneUntilTheStepIsTooLong) {
  TrainingTask linear = drawn(0);
  const MatrixXd design = MatrixXd::Identity(2, 2) * 3;
  linear.start = VectorXd::Ones(2);
  linear.fit = linear_fit(design, linear.labels);
  EXPECT_TRUE(sharpness_after(linear, 1.9).converged);
  EXPECT_DOUBLE_EQ(sharpness_after(linear, 1.9).value, 1);
  EXPECT_FALSE(sharpness_after(linear, 2.1).converged);
  EXPECT_FALSE(sharpness_after(linear, 1e-4).converged) << "too slow is not converged either";
}

TEST(SharpnessAfter, DoesNotTakeAnUnstableMinimumForTheEnd) {
  // Only rounding, 1e-16 of the start, stands along the unstable direction; the other one converges
  // at once.
  TrainingTask task = drawn(0);
  task.labels = VectorXd::Zero(2);
  task.fit = linear_fit(Eigen::Vector2d(1, std::sqrt(0.5)).asDiagonal(), task.labels);
  task.start = Eigen::Vector2d(1e-16, 1);
  EXPECT_TRUE(sharpness_after(task, 2 * (1 - stability_tolerance)).converged);
  EXPECT_FALSE(sharpness_after(task, 2 * (1 + stability_tolerance)).converged);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::sharpness_test
