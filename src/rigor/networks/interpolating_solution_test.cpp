#include "rigor/networks/interpolating_solution.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <stdexcept>

#include "rigor/networks/descent.hpp"
#include "rigor/networks/random_problem.hpp"

namespace asymptest::rigor::interpolating_solution_test {
namespace {

ShallowProblem narrow_problem(unsigned seed) {
  std::mt19937_64 bits(seed);
  std::normal_distribution<double> normal;
  return random_problem({.samples = 10, .dimension = 24, .width = 32},
                        [&] { return normal(bits); });
}

/// f = v tanh u at u = 0, v = 1, whose value must become `label`.
ShallowProblem one_neuron(double label) {
  ShallowProblem problem;
  problem.inputs = Eigen::MatrixXd::Ones(1, 1);
  problem.labels = Eigen::VectorXd::Constant(1, label);
  problem.hidden = Eigen::MatrixXd::Zero(1, 1);
  problem.output = Eigen::VectorXd::Ones(1);
  return problem;
}

TEST(InterpolatingSolution, IsFoundWhereDescentEndsThoughNoBallGoesThroughAtTheStart) {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    const ShallowProblem start = narrow_problem(seed);
    EXPECT_THROW(prove_ball(start, 1), std::domain_error);
    const ShallowProblem end = descended(start, {.step_size = 0.4, .goal = 1e-10});
    const InterpolatingSolution solution = prove_solution(end);
    EXPECT_LE(solution.radius, 1e-8) << seed;  // a few residuals over σ_min
    EXPECT_GE(solution.radius, solution.newton_step);
  }
}

/// J = (1, 0) at the origin, so that η = label, σ_min = 1 and ρ solves ρ = η + κρ²/2.
TEST(InterpolatingSolution, HasTheRadiusOfTheClosedForm) {
  constexpr double relaxation = 8e-6;  // eight factors 1 + 2^-20
  const double label = 0.1;
  const InterpolatingSolution solution = prove_solution(one_neuron(label));
  const double kappa = solution.jacobian_lipschitz;
  const double exact = (1 - std::sqrt(1 - 2 * kappa * label)) / kappa;
  EXPECT_NEAR(solution.newton_step, label, relaxation * label);
  EXPECT_GE(solution.newton_step, label);
  EXPECT_NEAR(solution.radius, exact, relaxation * exact);
  EXPECT_GE(solution.radius, exact);
}

TEST(InterpolatingSolution, BracketsTheDistanceOfTheNearestZero) {
  const double label = 0.1;
  const ShallowProblem problem = one_neuron(label);
  const InterpolatingSolution solution = prove_solution(problem);
  // The nearest point of v tanh u = 0.1 to (u, v) = (0, 1), by search along the curve.
  double nearest = 1;
  for (double v = 0.9; v < 1.1; v += 1e-6) {
    nearest = std::min(nearest, std::hypot(std::atanh(label / v), v - 1));
  }
  EXPECT_LE(distance_to_any_solution(problem, solution), nearest);
  EXPECT_GE(solution.radius, nearest);
  EXPECT_GT(distance_to_any_solution(problem, solution), 0.9 * nearest);
}

TEST(InterpolatingSolution, IsRefusedFarFromAnyZero) {
  EXPECT_THROW(prove_solution(one_neuron(0.9)), std::domain_error);
  // v tanh u reaches no value beyond |v|: with κ = 1.46 the test fails long before.
  EXPECT_THROW(prove_solution(narrow_problem(1)), std::domain_error);
}

TEST(InterpolatingSolution, IsRefusedWhereTheJacobianIsSingular) {
  ShallowProblem problem = narrow_problem(1);
  problem.inputs.row(1) = problem.inputs.row(0);
  EXPECT_THROW(prove_solution(problem), std::domain_error);
}

}  // namespace
}  // namespace asymptest::rigor::interpolating_solution_test
