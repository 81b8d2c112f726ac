#include "regression_task.hpp"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <cmath>

#include "learning/networks/gradient.hpp"

namespace asymptest::learning::optimisation::regression_task_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

Stream stream(std::uint64_t trial) { return Stream({1, "regression-task-test", "", trial}); }

RegressionTask drawn(std::uint64_t trial) {
  return random_task(Point{{"m", 6}, {"L", 2}}, stream(trial));
}

TEST(RegressionTask, HasTheBottomEigenpairsOfTheKernel) {
  for (std::uint64_t trial = 0; trial < 6; ++trial) {
    const RegressionTask task = drawn(trial);
    const MatrixXd rows = jacobian(task.network, task.inputs);
    const MatrixXd kernel = rows * rows.transpose();
    const Eigen::SelfAdjointEigenSolver<MatrixXd> pairs(kernel);
    // The eigenvalues of a product are good to some roundings of the largest.
    const double rounding = 1e-14 * pairs.eigenvalues().maxCoeff();
    EXPECT_NEAR(task.smallest_eigenvalue(), pairs.eigenvalues()[0], rounding);
    for (int k = 0; k < 5; ++k) {
      const VectorXd u = task.eigenvector(k);
      EXPECT_LT((kernel * u - pairs.eigenvalues()[k] * u).norm(), rounding) << trial << k;
    }
    EXPECT_LT(pairs.eigenvalues()[4], most_condition * most_condition * task.smallest_eigenvalue());
  }
}

TEST(HalfSquaredGradient, IsThatOfTheLossByDifferences) {
  constexpr double h = 1e-5;
  constexpr double difference_error = 1e-7;  // h² of the third derivative and ε/h of the outputs
  for (std::uint64_t trial = 0; trial < 4; ++trial) {
    const RegressionTask task = drawn(trial);
    const VectorXd residual = random_residual(task, stream(100)), w = flatten(task.network.weights);
    const auto product = [&](const VectorXd& at) {
      return residual.dot(outputs(network_with(task.network.architecture, at), task.inputs));
    };
    double sum = 0;
    for (Index k = 0; k < w.size(); ++k) {
      const VectorXd step = h * VectorXd::Unit(w.size(), k);
      sum += std::pow((product(w + step) - product(w - step)) / (2 * h), 2);
    }
    EXPECT_NEAR(half_squared_gradient(task, residual) / (sum / 2), 1, difference_error) << trial;
  }
}

TEST(HalfSquaredGradient, MeetsTheInequalityWithEqualityAtTheBottom) {
  const RegressionTask task = drawn(0);
  const double quotient =
      half_squared_gradient(task, task.eigenvector(0)) / (task.smallest_eigenvalue() / 2);
  EXPECT_NEAR(quotient, 1, quotient_rounding);
}

TEST(RandomResidual, LeavesTheBottomEigenvectorByLogUniformDistances) {
  constexpr std::uint64_t draws = 4096;
  const RegressionTask task = drawn(0);
  double sum = 0;
  for (std::uint64_t t = 0; t < draws; ++t) {
    sum += std::log10((random_residual(task, stream(t)) - task.eigenvector(0)).norm());
  }
  // log₁₀ t has the mean −1 and the variance 4/3; that of √(χ²₅/5) the mean
  // (ψ(5/2) + log(2/5))/(2·log 10) = −0.046 and the variance ψ'(5/2)/(2·log 10)² = 0.023.
  EXPECT_NEAR(sum / draws, -1.046, 5 * std::sqrt((4.0 / 3 + 0.023) / draws));
}

}  // namespace
}  // namespace asymptest::learning::optimisation::regression_task_test
