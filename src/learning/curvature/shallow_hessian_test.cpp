#include "learning/curvature/shallow_hessian.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "learning/curvature/output_hessian.hpp"
#include "learning/spectra/operator_norm.hpp"

namespace asymptest::learning::shallow_hessian_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::VectorXd;

Stream stream(std::uint64_t trial = 0) {
  return Stream({.suite_seed = 7, .claim = "shallow", .point = "", .trial = trial});
}

TEST(ShallowHessianNorm, IsTheNormOfTheWholeHessianInEveryParametrisation) {
  // |x|² is not d, so that every scale matters.
  const VectorXd x{{0.7, -1.2, 2.1}};
  for (const auto activation : {Activation::tanh, Activation::erf, Activation::softplus}) {
    for (const auto parametrisation : {Parametrisation::ntk, Parametrisation::standard,
                                       Parametrisation::mean_field, Parametrisation::outer_only}) {
      const Network network = initialise(
          {.widths = {3, 50}, .activation = activation, .parametrisation = parametrisation},
          stream());
      const double expected = output_hessian_norm(network, x, stream());
      EXPECT_NEAR(shallow_hessian_norm(network, x), expected, residual_tolerance * expected);
    }
  }
}

TEST(ShallowHessianNorm, WithTheOutputFixedIsTheLargestDiagonalBlock) {
  const Network network = initialise({.widths = {1, 2}}, stream());
  const VectorXd x = VectorXd::Ones(1);
  double expected = 0;
  for (int i = 0; i < 2; ++i) {
    const double second = jet(Activation::tanh, network.weights[0](i, 0)).second;
    expected = std::max(expected, std::abs(network.weights[1](0, i) * second) / std::sqrt(2));
  }
  EXPECT_DOUBLE_EQ(shallow_hessian_norm(network, x, TrainedLayers::hidden_only), expected);
}

TEST(ShallowHessianSupremum, IsReachedAndNeverExceededInTheBall) {
  const VectorXd x{{1.3, -0.6}};
  for (const double radius : {0.3, 1.0, 4.0}) {
    const Network network = initialise(uniform_architecture(2, 3, 1), stream());
    const double supremum = shallow_hessian_supremum(network, x, radius);
    // Brute force: one neuron at a time, over a disc in (w along x̂, v).
    double best = 0;
    constexpr int steps = 2000;
    for (int neuron = 0; neuron < 3; ++neuron) {
      for (int k = 0; k < steps; ++k) {
        const double angle = 2 * std::numbers::pi * k / steps;
        for (const double size : {0.0, radius / 2, radius}) {
          Network moved = network;
          moved.weights[0].row(neuron) += size * std::cos(angle) * x.normalized().transpose();
          moved.weights[1](0, neuron) += size * std::sin(angle);
          best = std::max(best, shallow_hessian_norm(moved, x));
        }
      }
    }
    EXPECT_LE(best, supremum * (1 + 1e-12)) << "rounding only, at radius " << radius;
    // The disc's boundary is cut into arcs of radius·π/1000: a second-order effect at the maximum.
    EXPECT_GE(best, supremum * (1 - 1e-4)) << radius;
  }
}

TEST(ShallowHessianSupremum, AtRadiusZeroIsTheNorm) {
  const VectorXd x{{1.3, -0.6}};
  const Network network = initialise(uniform_architecture(2, 100, 1), stream());
  EXPECT_DOUBLE_EQ(shallow_hessian_supremum(network, x, 0), shallow_hessian_norm(network, x));
  EXPECT_THAT([&] { shallow_hessian_supremum(network, x, -1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is -1,")));
  EXPECT_THAT([&] { shallow_hessian_supremum(network, x, NAN); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is nan")));
}

TEST(ShallowHessianLaw, MeetsAdaptiveQuadratureOfTheMeanBlockNorm) {
  using Kronrod = boost::math::quadrature::gauss_kronrod<double, 61>;
  for (const auto activation : {Activation::tanh, Activation::erf, Activation::softplus}) {
    for (const auto trained : {TrainedLayers::all, TrainedLayers::hidden_only}) {
      const auto mean_at = [&](double z) {
        const ActivationJet at = jet(activation, z);
        const auto of_v = [&](double v) {
          return block_norm(v * at.second, at.first, trained) * std::exp(-v * v / 2);
        };
        return 2 * Kronrod::integrate(of_v, 0.0, 10.0, 5, 1e-10) * std::exp(-z * z / 2);
      };
      const double mean =
          Kronrod::integrate(mean_at, -10.0, 10.0, 8, 1e-9) / (2 * std::numbers::pi);
      constexpr double kink_error = 1e-4;  // the documented accuracy at m = 1
      EXPECT_NEAR(ShallowHessianLaw(activation, trained).expected_maximum(1), mean,
                  kink_error * mean);
    }
  }
}

TEST(ShallowHessianLaw, MeetsTheMeanOverRandomNetworks) {
  constexpr int width = 64, trials = 4000;
  const VectorXd x{{1, -1, 1}};  // |x|² = d
  for (const auto activation : {Activation::tanh, Activation::softplus}) {
    Architecture architecture = uniform_architecture(3, width, 1);
    architecture.activation = activation;
    double sum = 0, squares = 0;
    for (std::uint64_t trial = 0; trial < trials; ++trial) {
      const double norm =
          std::sqrt(width) * shallow_hessian_norm(initialise(architecture, stream(trial)), x);
      sum += norm;
      squares += norm * norm;
    }
    const double mean = sum / trials;
    const double error = std::sqrt((squares / trials - mean * mean) / trials);
    // Five standard errors: about 0.5 % of the mean.
    EXPECT_NEAR(ShallowHessianLaw(activation).expected_maximum(width), mean, 5 * error);
  }
}

TEST(ShallowHessianLaw, TailFallsFromOneToZero) {
  const ShallowHessianLaw law(Activation::tanh);
  EXPECT_EQ(law.tail(0), 1);
  for (double y = 0.1; y < 5; y += 0.1) EXPECT_LE(law.tail(y), law.tail(y - 0.1));
  EXPECT_LT(law.tail(10), 1e-12);
  EXPECT_THAT([&] { (void)law.expected_maximum(0); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("the number of neurons is 0,")));
  EXPECT_THAT([&] { ShallowHessianLaw{Activation::relu}; },
              ThrowsMessage<std::invalid_argument>(HasSubstr("activation is relu")));
}

TEST(ShallowHessian, RefusesDeeperNetworksAndNonlinearOutputs) {
  const VectorXd x = VectorXd::Ones(2);
  EXPECT_THAT([&] { shallow_hessian_norm(initialise(uniform_architecture(2, 3, 2), stream()), x); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("network has 2 hidden layers")));
  Architecture nonlinear = uniform_architecture(2, 3, 1);
  nonlinear.output = Activation::softplus;
  EXPECT_THAT([&] { shallow_hessian_norm(initialise(nonlinear, stream()), x); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("output softplus")));
}

}  // namespace
}  // namespace asymptest::learning::shallow_hessian_test
