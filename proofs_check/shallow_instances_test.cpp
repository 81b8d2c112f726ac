#include "shallow_instances.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::shallow_instances_test {
namespace {

using rigor::ShallowProblem;

constexpr rigor::ShallowSizes sizes{.samples = 5, .dimension = 6, .width = 200};
constexpr double rounding = 1e-14;  // of sums of a few hundred terms of order one

Stream some_stream() {
  return Stream({.suite_seed = 1, .claim = "shallow instances", .point = "", .trial = 0});
}

/// f_i = m^(-1/2) Σ_r v_r tanh(u_r · x_i), written out.
Eigen::VectorXd outputs(const ShallowProblem& problem) {
  const Eigen::MatrixXd z = problem.inputs * problem.hidden.transpose();
  return z.array().tanh().matrix() * problem.output / std::sqrt(problem.width());
}

double distance(const ShallowProblem& one, const ShallowProblem& other) {
  return std::hypot((one.hidden - other.hidden).norm(), (one.output - other.output).norm());
}

TEST(ShallowInstances, BalancedOnesHaveOrthonormalInputsAndBeginAtZero) {
  Stream random = some_stream();
  const ShallowProblem problem = balanced_shallow(sizes, random);
  validate(problem);
  const Eigen::MatrixXd gram = problem.inputs * problem.inputs.transpose();
  EXPECT_LT((gram - Eigen::MatrixXd::Identity(5, 5)).norm(), rounding);
  EXPECT_LT(outputs(problem).norm(), rounding);
  EXPECT_GT(problem.hidden.norm(), 1);
  EXPECT_GT(outputs(random_shallow(sizes, random)).norm(), 0.1) << "the usual ones don't";
}

TEST(ShallowInstances, MovedOnesAreAboutAsFarAsAsked) {
  Stream random = some_stream();
  const ShallowProblem problem = random_shallow(sizes, random);
  const ShallowProblem moved = moved_at_random(problem, 3, random);
  // The norm of 1400 normal numbers is 1 ± 1/√2800 of its mean; five of these.
  EXPECT_NEAR(distance(problem, moved), 3, 3 * 5 / std::sqrt(2800));
  EXPECT_NE(problem.output, moved.output);
  EXPECT_EQ(problem.inputs, moved.inputs);
}

TEST(ShallowInstances, ShrunkOnesAreAsFarAsAskedInTheOutputWeightsAlone) {
  Stream random = some_stream();
  const ShallowProblem problem = random_shallow(sizes, random);
  const ShallowProblem less = shrunk(problem, 3);
  EXPECT_EQ(problem.hidden, less.hidden);
  EXPECT_NEAR(distance(problem, less), 3, rounding);
  EXPECT_NEAR(less.output.norm(), problem.output.norm() - 3, rounding * problem.output.norm());
}

}  // namespace
}  // namespace asymptest::shallow_instances_test
