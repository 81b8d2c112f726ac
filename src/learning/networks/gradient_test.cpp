#include "learning/networks/gradient.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

#include "learning/kernels/tangent_kernel.hpp"

namespace asymptest::learning::gradient_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Central differences of step t: t² times a third derivative of order one, plus ε/t.
constexpr double difference_step = 1e-5, difference_error = 1e-9;

/// Two ways to sum the same numbers of order one to ten.
constexpr double rounding = 1024 * std::numeric_limits<double>::epsilon();

Stream stream() { return Stream({.suite_seed = 5, .claim = "gradient", .point = "", .trial = 0}); }

MatrixXd some_inputs(Eigen::Index dimension, Eigen::Index count) {
  MatrixXd inputs(dimension, count);
  Stream random = stream().substream("inputs");
  random.fill_normal({inputs.data(), static_cast<std::size_t>(inputs.size())});
  return inputs;
}

std::vector<Network> some_networks() {
  std::vector<Network> networks;
  for (const auto parametrisation : {Parametrisation::ntk, Parametrisation::standard,
                                     Parametrisation::mean_field, Parametrisation::outer_only}) {
    Architecture architecture{.widths = {3, 5, 4}, .parametrisation = parametrisation};
    networks.push_back(initialise(architecture, stream()));
    architecture.output = Activation::softplus;
    architecture.activation = Activation::erf;
    networks.push_back(initialise(architecture, stream()));
  }
  return networks;
}

TEST(Jacobian, MeetsFiniteDifferencesInEveryParametrisation) {
  const MatrixXd inputs = some_inputs(3, 2);
  for (const Network& network : some_networks()) {
    const MatrixXd found = jacobian(network, inputs);
    const VectorXd flat = flatten(network.weights);
    ASSERT_EQ(found.cols(), flat.size());
    for (Eigen::Index k = 0; k < flat.size(); ++k) {
      Network above = network, below = network;
      const VectorXd step = difference_step * VectorXd::Unit(flat.size(), k);
      unflatten(flat + step, above.weights);
      unflatten(flat - step, below.weights);
      const VectorXd slope =
          (outputs(above, inputs) - outputs(below, inputs)) / (2 * difference_step);
      EXPECT_LT((found.col(k) - slope).norm(), difference_error)
          << name_of(network.architecture.parametrisation) << ", weight " << k;
    }
  }
}

TEST(WeightedGradient, IsTheTransposedJacobianTimesTheCoefficients) {
  const MatrixXd inputs = some_inputs(3, 4);
  const VectorXd coefficients{{1, -2, 0.5, 3}};
  for (const Network& network : some_networks()) {
    const VectorXd found = flatten(weighted_gradient(network, inputs, coefficients));
    const VectorXd expected = jacobian(network, inputs).transpose() * coefficients;
    EXPECT_LT((found - expected).norm(), rounding * (1 + expected.norm()));
  }
  EXPECT_THAT([&] { weighted_gradient(some_networks()[0], inputs, VectorXd::Ones(3)); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("weighted_gradient: 3 coefficients, expected one for each of ")));
}

TEST(TangentKernel, IsTheGramMatrixOfTheJacobian) {
  const MatrixXd inputs = some_inputs(3, 6);
  for (const Network& network : some_networks()) {
    const MatrixXd rows = jacobian(network, inputs);
    const MatrixXd expected = rows * rows.transpose();
    EXPECT_LT((tangent_kernel(network, inputs) - expected).norm(), rounding * expected.norm());
    const auto hidden = rows.leftCols(rows.cols() - network.weights.back().size());
    EXPECT_LT(
        (tangent_kernel(network, inputs, TrainedLayers::hidden_only) - hidden * hidden.transpose())
            .norm(),
        rounding * expected.norm());
  }
}

TEST(NetworkWith, GivesBackTheNetworkWhoseWeightsWereFlattened) {
  for (const Network& network : some_networks()) {
    const Network again = network_with(network.architecture, flatten(network.weights));
    EXPECT_EQ(again.weights, network.weights);
  }
  EXPECT_THAT([&] { network_with(some_networks()[0].architecture, VectorXd::Ones(3)); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("unflatten: 3 numbers, expected one for each of ")));
}

TEST(Unflatten, RefusesAnotherNumberOfWeights) {
  Network network = some_networks()[0];
  EXPECT_THAT([&] { unflatten(VectorXd::Ones(3), network.weights); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("unflatten: 3 numbers, expected one for each of ")));
}

}  // namespace
}  // namespace asymptest::learning::gradient_test
