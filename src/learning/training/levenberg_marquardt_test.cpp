#include "learning/training/levenberg_marquardt.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "learning/networks/gradient.hpp"

namespace asymptest::learning::levenberg_marquardt_test {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

Stream stream() { return Stream({.suite_seed = 3, .claim = "solver", .point = "", .trial = 0}); }

MatrixXd normal_matrix(Eigen::Index rows, Eigen::Index columns, Stream random) {
  MatrixXd result(rows, columns);
  random.fill_normal({result.data(), static_cast<std::size_t>(result.size())});
  return result;
}

TEST(LevenbergMarquardt, FindsTheNearestSolutionOfALinearModel) {
  const MatrixXd design{{1, 1, 0}, {0, 1, 1}};
  const auto found = levenberg_marquardt(linear_fit(design, VectorXd{{3, 3}}), VectorXd::Zero(3));
  EXPECT_TRUE(found.exact);
  // Aᵀ(AAᵀ)⁻¹y with AAᵀ = [2 1; 1 2].
  constexpr double rounding = 64 * std::numeric_limits<double>::epsilon();
  EXPECT_LT((found.weights - VectorXd{{1, 2, 1}}).norm(), rounding);
}

/// A fit that counts how often its Jacobian is asked for: once a step.
LeastSquares counting_steps(LeastSquares fit, int& steps) {
  fit.jacobian = [&steps, jacobian = fit.jacobian](const VectorXd& weights) {
    ++steps;
    return jacobian(weights);
  };
  return fit;
}

TEST(LevenbergMarquardt, TakesTheWholeStepOnALinearModel) {
  // With JJᵀ = I the k-th step leaves a share λ/(1 + λ) < 10^−(2+k) of the residual: 1e-3, 1e-7,
  // 1e-12, 1e-18. Half of each step would leave half of the residual, for fifty steps.
  constexpr int steps_to_rounding = 4;
  const MatrixXd rows{{0.6, 0.8, 0}, {0, 0, 1}};
  int steps = 0;
  const auto fit = counting_steps(linear_fit(rows, VectorXd{{3, -5}}), steps);
  EXPECT_TRUE(levenberg_marquardt(fit, VectorXd::Zero(3)).exact);
  EXPECT_LE(steps, steps_to_rounding);
}

TEST(LevenbergMarquardt, ConvergesQuadraticallyOnANetwork) {
  // Newton's method doubles the digits each time. Half of its steps gain a bit each: 50 in all.
  constexpr int quadratic_steps = 15;
  const Network network =
      initialise({.widths = {3, 12, 4}, .activation = Activation::tanh}, stream());
  const MatrixXd inputs = normal_matrix(3, 4, stream().substream("inputs"));
  const VectorXd away = normal_matrix(4, 1, stream().substream("labels"));
  const VectorXd labels = outputs(network, inputs) + 0.1 * away;
  int steps = 0;
  const auto fit = counting_steps(network_fit(network.architecture, inputs, labels), steps);
  EXPECT_TRUE(levenberg_marquardt(fit, flatten(network.weights)).exact);
  EXPECT_LE(steps, quadratic_steps);
}

TEST(LevenbergMarquardt, FitsANetworkToRounding) {
  for (const auto activation : {Activation::tanh, Activation::erf, Activation::softplus}) {
    const Network network = initialise({.widths = {3, 6, 5}, .activation = activation}, stream());
    const MatrixXd inputs = normal_matrix(3, 5, stream().substream("inputs"));
    const VectorXd labels = normal_matrix(5, 1, stream().substream("labels"));
    const LeastSquares fit = network_fit(network.architecture, inputs, labels);
    const auto found = levenberg_marquardt(fit, flatten(network.weights));
    EXPECT_TRUE(found.exact) << name_of(activation);
    EXPECT_LT(fit.residual(found.weights).norm(), 40 * exact_residual) << name_of(activation);
    EXPECT_EQ(found.residual, fit.residual(found.weights).norm());
  }
}

TEST(LevenbergMarquardt, SaysSoWhereNoSolutionExists) {
  const MatrixXd twice = MatrixXd::Ones(2, 3);
  const auto found = levenberg_marquardt(linear_fit(twice, VectorXd{{1, -1}}), VectorXd::Zero(3));
  EXPECT_FALSE(found.exact);
  EXPECT_DOUBLE_EQ(found.residual, std::sqrt(2.0));
}

TEST(LevenbergMarquardt, RefusesAStartThatIsNotFinite) {
  const LeastSquares fit = linear_fit(MatrixXd::Ones(1, 1), VectorXd::Ones(1));
  EXPECT_THAT([&] { levenberg_marquardt(fit, VectorXd::Constant(1, std::nan(""))); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr(
                  "residual at the start of levenberg_marquardt has the entry nan")));
}

}  // namespace
}  // namespace asymptest::learning::levenberg_marquardt_test
