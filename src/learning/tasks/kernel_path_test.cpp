#include "kernel_path.hpp"

#include <gtest/gtest.h>

#include <Eigen/SVD>
#include <algorithm>
#include <vector>

namespace asymptest::learning::optimisation::kernel_path_test {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Two computations of one kernel differ by some dozen roundings of its norm, which is below 100.
constexpr double rounding = 1e-12;

TrainingTask task_of(int depth, std::uint64_t trial) {
  return training_task(uniform_architecture(3, 8, depth), 3,
                       Stream({1, "kernel-path-test", "", trial}));
}

double norm(const MatrixXd& matrix) {
  return Eigen::JacobiSVD<MatrixXd>(matrix).singularValues()[0];
}

/// |K(w_t) − K(w_0)| for t = 0 … T, from the whole path and its Jacobians.
std::vector<double> changes_along(const TrainingTask& task, double step, int steps) {
  std::vector<double> changes;
  VectorXd weights = task.start;
  for (int t = 0; t <= steps; ++t) {
    changes.push_back(norm(task.fit.kernel(weights) - task.fit.kernel(task.start)));
    weights -= step * task.fit.jacobian(weights).transpose() * task.fit.residual(weights);
  }
  return changes;
}

TEST(KernelPath, FindsTheLargestChangeOnTheWholePath) {
  constexpr int steps = 12;
  bool turned_back = false;
  for (std::uint64_t trial = 0; trial < 4; ++trial) {
    const TrainingTask task = task_of(2, trial);
    const double step = 3 * cautious_step(task);  // goes to and fro across the valley
    const std::vector<double> changes = changes_along(task, step, steps);
    const double largest = *std::max_element(changes.begin(), changes.end());
    turned_back = turned_back || changes.back() < 0.99 * largest;
    EXPECT_NEAR(kernel_path(task, step, steps).largest_change, largest, rounding) << trial;
  }
  EXPECT_TRUE(turned_back) << "the last change was always the largest";
}

TEST(KernelPath, CountsAFallOfTheKernelAsWellAsARise) {
  constexpr int steps = 8;
  bool fell_most = false;
  for (std::uint64_t trial = 0; trial < 8; ++trial) {
    const TrainingTask task = training_task(uniform_architecture(3, 8, 2), 1,
                                            Stream({1, "kernel-path-fall-test", "", trial}));
    const double step = cautious_step(task), first = task.fit.kernel(task.start)(0, 0);
    double rise = 0, fall = 0;
    VectorXd weights = task.start;
    for (int t = 0; t < steps; ++t) {
      weights -= step * task.fit.jacobian(weights).transpose() * task.fit.residual(weights);
      rise = std::max(rise, task.fit.kernel(weights)(0, 0) - first);
      fall = std::max(fall, first - task.fit.kernel(weights)(0, 0));
    }
    fell_most = fell_most || fall > rise;
    EXPECT_NEAR(kernel_path(task, step, steps).largest_change, std::max(rise, fall), rounding);
  }
  EXPECT_TRUE(fell_most) << "no kernel fell";
}

TEST(KernelPath, StartsAtTheNormOfTheFirstKernelWithoutChange) {
  const TrainingTask task = task_of(2, 0);
  const KernelPath path = kernel_path(task, cautious_step(task), 0);
  EXPECT_EQ(path.largest_change, 0);
  EXPECT_NEAR(path.first_norm, norm(task.fit.kernel(task.start)), rounding);
  EXPECT_NEAR(2 * cautious_step(task) * path.first_norm, 1, rounding);
}

TEST(KernelPath, OfALinearModelHasNoChange) {
  const TrainingTask linear = task_of(0, 0);
  EXPECT_EQ(kernel_path(linear, cautious_step(linear), 8).largest_change, 0);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::kernel_path_test
