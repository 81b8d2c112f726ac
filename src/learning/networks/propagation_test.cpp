#include "learning/networks/propagation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "learning/networks/gradient.hpp"

namespace asymptest::learning::propagation_test {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Sums of a dozen numbers of order one.
constexpr double rounding = 64 * std::numeric_limits<double>::epsilon();

Stream stream() { return Stream({.suite_seed = 4, .claim = "passes", .point = "", .trial = 0}); }

MatrixXd some_inputs(Eigen::Index dimension, Eigen::Index count) {
  MatrixXd inputs(dimension, count);
  Stream random = stream().substream("inputs");
  random.fill_normal({inputs.data(), static_cast<std::size_t>(inputs.size())});
  return inputs;
}

/// The network's output by loops over neurons, written out from the definition.
double by_loops(const Network& network, const VectorXd& x) {
  std::vector<double> h(x.begin(), x.end());
  const std::size_t layers = network.weights.size();
  for (std::size_t layer = 0; layer < layers; ++layer) {
    const MatrixXd& weights = network.weights[layer];
    std::vector<double> next;
    for (Eigen::Index i = 0; i < weights.rows(); ++i) {
      double z = 0;
      for (Eigen::Index j = 0; j < weights.cols(); ++j)
        z += weights(i, j) * h[static_cast<std::size_t>(j)];
      z *= network.architecture.scale(layer);
      const bool last = layer + 1 == layers;
      next.push_back(
          jet(last ? network.architecture.output : network.architecture.activation, z).value);
    }
    h = next;
  }
  return h[0];
}

TEST(Forward, MeetsTheDefinitionNeuronByNeuron) {
  for (int depth = 0; depth <= 3; ++depth) {
    Architecture architecture = uniform_architecture(3, 4, depth);
    architecture.output = Activation::softplus;
    const Network network = initialise(architecture, stream());
    const MatrixXd inputs = some_inputs(3, 5);
    const VectorXd found = outputs(network, inputs);
    for (Eigen::Index i = 0; i < 5; ++i) {
      EXPECT_NEAR(found[i], by_loops(network, inputs.col(i)), rounding) << "depth " << depth;
    }
  }
}

TEST(Backward, IsTheDerivativeInThePreactivations) {
  // Moving the bias that the network doesn't have: a step t in the first weights along
  // e_i·xᵀ/(s·|x|²) moves z_i by t and nothing else.
  const Network network = initialise(uniform_architecture(3, 4, 2), stream());
  const MatrixXd x = some_inputs(3, 1);
  const auto deltas = backward(network, forward(network, x));
  // Central differences: the error is t² times a third derivative of order one, plus ε/t.
  constexpr double t = 1e-5, tolerance = 1e-9;
  for (Eigen::Index i = 0; i < 4; ++i) {
    const auto moved = [&](double by) {
      Network other = network;
      other.weights[0].row(i) +=
          by * x.col(0).transpose() / (network.architecture.scale(0) * x.squaredNorm());
      return by_loops(other, x.col(0));
    };
    EXPECT_NEAR(deltas[0](i, 0), (moved(t) - moved(-t)) / (2 * t), tolerance);
  }
}

TEST(Forward, RefusesInputsOfAnotherDimension) {
  const Network network = initialise(uniform_architecture(3, 4, 1), stream());
  EXPECT_THAT([&] { forward(network, MatrixXd::Ones(4, 2)); },
              testing::ThrowsMessage<std::invalid_argument>(
                  testing::HasSubstr("inputs are 4 x 2, expected 3 rows")));
  EXPECT_THAT([&] { forward(network, MatrixXd::Constant(3, 2, NAN)); },
              testing::ThrowsMessage<std::invalid_argument>(
                  testing::HasSubstr("matrix of inputs has the entry nan at (0, 0)")));
}

}  // namespace
}  // namespace asymptest::learning::propagation_test
