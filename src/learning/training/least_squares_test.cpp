#include "learning/training/least_squares.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

#include "learning/kernels/tangent_kernel.hpp"
#include "learning/networks/gradient.hpp"

namespace asymptest::learning::least_squares_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Central differences of step t: t² times a third derivative of order ten, plus ε/t.
constexpr double difference_step = 1e-5, difference_error = 1e-8;

/// Two ways to sum the same numbers of order one to ten.
constexpr double rounding = 1024 * std::numeric_limits<double>::epsilon();

Stream stream() { return Stream({.suite_seed = 3, .claim = "fit", .point = "", .trial = 0}); }

MatrixXd normal_matrix(Index rows, Index columns, Stream random) {
  MatrixXd result(rows, columns);
  random.fill_normal({result.data(), static_cast<std::size_t>(result.size())});
  return result;
}

struct Example {
  Network network;
  MatrixXd inputs = normal_matrix(3, 4, stream().substream("inputs"));
  VectorXd labels = normal_matrix(4, 1, stream().substream("labels"));
  LeastSquares fit = network_fit(network.architecture, inputs, labels);
  VectorXd weights = flatten(network.weights);
};

std::vector<Example> examples() {
  Architecture deep{.widths = {3, 5, 4}};
  Architecture nonlinear{.widths = {3, 6}, .output = Activation::softplus};
  return {{initialise(deep, stream())}, {initialise(nonlinear, stream())}};
}

TEST(NetworkFit, HasTheGradientOfItsLoss) {
  for (const Example& e : examples()) {
    const VectorXd found = e.fit.gradient(e.weights);
    for (Index k = 0; k < e.weights.size(); ++k) {
      const VectorXd step = difference_step * VectorXd::Unit(e.weights.size(), k);
      const double slope =
          (e.fit.loss(e.weights + step) - e.fit.loss(e.weights - step)) / (2 * difference_step);
      EXPECT_NEAR(found[k], slope, difference_error) << "weight " << k;
    }
  }
}

TEST(NetworkFit, HasTheHessianThatDifferencesOfItsGradientGive) {
  for (const Example& e : examples()) {
    const MatrixXd found = e.fit.hessian(e.weights);
    for (Index k = 0; k < e.weights.size(); ++k) {
      const VectorXd step = difference_step * VectorXd::Unit(e.weights.size(), k);
      const VectorXd slope = (e.fit.gradient(e.weights + step) - e.fit.gradient(e.weights - step)) /
                             (2 * difference_step);
      EXPECT_LT((found.col(k) - slope).norm(), difference_error) << "weight " << k;
    }
  }
}

TEST(NetworkFit, HasTheTangentKernel) {
  for (const Example& e : examples()) {
    const MatrixXd expected = tangent_kernel(e.network, e.inputs);
    EXPECT_LT((e.fit.kernel(e.weights) - expected).norm(), rounding * expected.norm());
  }
}

TEST(LinearFit, HasTheGradientHessianAndKernelOfItsDesign) {
  const MatrixXd design = normal_matrix(6, 3, stream());
  const VectorXd labels = normal_matrix(6, 1, stream().substream("labels"));
  const LeastSquares fit = linear_fit(design, labels);
  const VectorXd weights = VectorXd::LinSpaced(3, -1, 1);
  EXPECT_LT((fit.gradient(weights) - design.transpose() * (design * weights - labels)).norm(),
            rounding);
  EXPECT_LT((fit.hessian(weights) - design.transpose() * design).norm(), rounding);
  EXPECT_LT((fit.kernel(weights) - design * design.transpose()).norm(), rounding);
}

TEST(LeastSquares, RefusesLabelsThatDoNotFit) {
  EXPECT_THAT([&] { linear_fit(MatrixXd::Ones(3, 2), VectorXd::Ones(2)); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("2 labels, expected one for each of 3 samples")));
  VectorXd labels = VectorXd::Ones(4);
  const Example e = examples()[0];
  labels[1] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT([&] { network_fit(e.network.architecture, e.inputs, labels); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("vector of labels has the entry ")));
  EXPECT_THAT([&] { network_fit(e.network.architecture, e.inputs, VectorXd::Ones(5)); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("5 labels, expected one for each of 4 samples")));
  EXPECT_THAT([&] { e.fit.residual(VectorXd::Ones(3)); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("unflatten: 3 numbers, expected one for each of ")));
}

}  // namespace
}  // namespace asymptest::learning::least_squares_test
