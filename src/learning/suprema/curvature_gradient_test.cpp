#include "learning/suprema/curvature_gradient.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "learning/curvature/output_hessian.hpp"
#include "learning/networks/gradient.hpp"

namespace asymptest::learning::curvature_gradient_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::VectorXd;

Stream curvature_stream(std::uint64_t trial) {
  return Stream({.suite_seed = 11, .claim = "curvature", .point = "", .trial = trial});
}

VectorXd curvature_input() { return VectorXd{{0.7, -1.2, 0.9}}; }

TEST(CurvatureAlong, MeetsTheHessiansProductAndItsCentralDifferences) {
  // Central differences of products of order one to ten: step² times a fifth derivative, and
  // ε over the step.
  constexpr double step = 1e-4, difference_error = 1e-6, rounding = 1e-12;
  for (const auto& widths : {std::vector<Eigen::Index>{3}, {3, 5}, {3, 5, 4}, {3, 4, 2, 5}}) {
    for (const Activation output : {Activation::identity, Activation::softplus}) {
      for (const Activation activation : {Activation::tanh, Activation::erf}) {
        const Network network = initialise(
            {.widths = widths, .activation = activation, .output = output}, curvature_stream(1));
        const auto direction = initialise(network.architecture, curvature_stream(2)).weights;
        const auto curvature_at = [&](const Network& at) {
          const OutputHessian hessian(at, curvature_input());
          return flatten(hessian.multiply(direction)).dot(flatten(direction));
        };
        const Curvature found = curvature_along(network, curvature_input(), direction);
        EXPECT_NEAR(found.value, curvature_at(network), rounding * (1 + std::abs(found.value)));
        const VectorXd gradient = flatten(found.gradient), origin = flatten(network.weights);
        for (Eigen::Index k = 0; k < origin.size(); ++k) {
          Network above = network, below = network;
          unflatten(origin + step * VectorXd::Unit(origin.size(), k), above.weights);
          unflatten(origin - step * VectorXd::Unit(origin.size(), k), below.weights);
          EXPECT_NEAR(gradient[k], (curvature_at(above) - curvature_at(below)) / (2 * step),
                      difference_error)
              << widths.size() << " layers, weight " << k;
        }
      }
    }
  }
}

TEST(CurvatureAlong, RefusesADirectionOfAnotherDepthAndKinks) {
  const Network network = initialise(uniform_architecture(3, 5, 1), curvature_stream(3));
  EXPECT_THAT([&] { curvature_along(network, curvature_input(), {}); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("has 0 layers")));
  EXPECT_THAT([&] { curvature_along(network, VectorXd::Ones(2), network.weights); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("inputs are 2 x 1")));
  Network kinked = network;
  kinked.architecture.activation = Activation::relu;
  EXPECT_THAT([&] { curvature_along(kinked, curvature_input(), network.weights); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("activation is relu")));
}

}  // namespace
}  // namespace asymptest::learning::curvature_gradient_test
