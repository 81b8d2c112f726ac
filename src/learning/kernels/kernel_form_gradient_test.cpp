#include "learning/kernels/kernel_form_gradient.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "learning/kernels/tangent_kernel.hpp"
#include "learning/networks/gradient.hpp"

namespace asymptest::learning::kernel_form_gradient_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::MatrixXd;
using Eigen::VectorXd;

const MatrixXd three_inputs{{1.3, -0.6, 0.2}, {0.4, 1.1, -0.9}};
const VectorXd weights_of_inputs{{0.7, -0.4, 0.5}};

Network drawn(int depth, Activation activation, Activation output) {
  Architecture architecture = uniform_architecture(2, 5, depth);
  architecture.activation = activation;
  architecture.output = output;
  if (depth > 1) architecture.widths[1] = 3;  // no two layers are of one width
  return initialise(architecture,
                    Stream({.suite_seed = 3, .claim = "form", .point = "", .trial = 0}));
}

VectorXd gradient_of_form(const Network& network) {
  const ForwardPass pass = forward(network, three_inputs);
  return flatten(kernel_form_gradient(network, pass, backward(network, pass), weights_of_inputs));
}

double form(Network network, const VectorXd& weights) {
  unflatten(weights, network.weights);
  return weights_of_inputs.dot(tangent_kernel(network, three_inputs) * weights_of_inputs);
}

TEST(KernelFormGradient, IsTheDifferenceQuotientOfTheForm) {
  // Central differences with h = 1e-4: h²/6 of a third derivative of order 10, and roundings of the
  // form, of order 1, over h.
  constexpr double step = 1e-4, error = 1e-6;
  for (const Activation activation : {Activation::tanh, Activation::erf, Activation::softplus}) {
    for (const Activation output : {Activation::identity, Activation::softplus}) {
      for (const int depth : {0, 1, 2, 3}) {
        const Network network = drawn(depth, activation, output);
        const VectorXd gradient = gradient_of_form(network);
        VectorXd weights = flatten(network.weights);
        ASSERT_EQ(gradient.size(), weights.size());
        for (Eigen::Index i = 0; i < weights.size(); ++i) {
          const double here = weights[i];
          weights[i] = here + step;
          const double above = form(network, weights);
          weights[i] = here - step;
          EXPECT_NEAR(gradient[i], (above - form(network, weights)) / (2 * step), error)
              << name_of(activation) << ' ' << name_of(output) << ' ' << depth << ' ' << i;
          weights[i] = here;
        }
      }
    }
  }
}

TEST(KernelFormGradient, RefusesAnotherNumberOfInputs) {
  const Network network = drawn(1, Activation::tanh, Activation::identity);
  const ForwardPass pass = forward(network, three_inputs);
  EXPECT_THAT(
      [&] { kernel_form_gradient(network, pass, backward(network, pass), VectorXd::Ones(2)); },
      ThrowsMessage<std::invalid_argument>(
          HasSubstr("u has 2 entries, expected one for each of 3")));
}

}  // namespace
}  // namespace asymptest::learning::kernel_form_gradient_test
