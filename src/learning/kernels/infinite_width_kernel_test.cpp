#include "learning/kernels/infinite_width_kernel.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "learning/networks/network.hpp"

namespace asymptest::learning::infinite_width_kernel_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::MatrixXd;

Stream stream(std::uint64_t trial = 0) {
  return Stream({.suite_seed = 8, .claim = "kernels", .point = "", .trial = trial});
}

MatrixXd some_inputs() { return MatrixXd{{1, 0.3, -0.8, 1}, {0, 1.1, 0.5, 0.1}}; }

struct Covariance {
  double p, q, c;
};
constexpr Covariance covariances[] = {
    {1, 1, 0.3}, {1, 2, -1.2}, {0.5, 3, 0}, {1, 1, 1}, {2, 0.5, -1}};

TEST(DualActivation, ClosedFormsMeetQuadrature) {
  constexpr double quadrature_error = 1e-10;  // as documented, for analytic σ
  for (const auto& [p, q, c] : covariances) {
    for (const auto activation : {Activation::erf, Activation::identity}) {
      const DualActivation closed = dual_activation(activation, p, q, c);
      const DualActivation summed = dual_activation_by_quadrature(activation, p, q, c);
      EXPECT_NEAR(closed.product, summed.product, quadrature_error);
      EXPECT_NEAR(closed.slope_product, summed.slope_product, quadrature_error);
    }
  }
}

TEST(DualActivation, OfReluMeetsQuadratureAsFarAsItsKinkAllows) {
  // The trapezoidal rule with step 1/8 misses up to a step's weight at the kink of σ, step/√(2π)
  // at the jump of σ'.
  constexpr double step = 0.125, kink_error = step * step, jump_error = step;
  for (const auto& [p, q, c] : covariances) {
    const DualActivation closed = dual_activation(Activation::relu, p, q, c);
    const DualActivation summed = dual_activation_by_quadrature(Activation::relu, p, q, c);
    EXPECT_NEAR(closed.product, summed.product, kink_error * std::sqrt(p * q));
    EXPECT_NEAR(closed.slope_product, summed.slope_product, jump_error);
  }
}

TEST(DualActivation, OfReluMeetsItsMomentsAtTheEnds) {
  const DualActivation same = dual_activation(Activation::relu, 3, 3, 3);
  EXPECT_DOUBLE_EQ(same.product, 1.5);  // half of E u²
  EXPECT_DOUBLE_EQ(same.slope_product, 0.5);
  const DualActivation opposite = dual_activation(Activation::relu, 3, 3, -3);
  EXPECT_DOUBLE_EQ(opposite.product, 0);
  EXPECT_DOUBLE_EQ(opposite.slope_product, 0);
  EXPECT_THAT([&] { dual_activation(Activation::relu, 1, 1, 1.5); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("variances 1, 1 and covariance 1.5")));
  EXPECT_THAT([&] { dual_activation(Activation::erf, -1, 1, 0); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("variances -1,")));
  EXPECT_THAT([&] { dual_activation(Activation::tanh, NAN, 1, 0); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("variances nan")));
}

TEST(InfiniteWidthKernel, OfALinearNetworkIsTheLayersTimesTheGramMatrix) {
  const MatrixXd gram = some_inputs().transpose() * some_inputs() / 2;
  EXPECT_TRUE(infinite_width_kernel(Activation::identity, 3, some_inputs()).isApprox(4 * gram));
  EXPECT_TRUE(
      infinite_width_kernel(Activation::identity, 3, some_inputs(), TrainedLayers::hidden_only)
          .isApprox(3 * gram));
  EXPECT_TRUE(infinite_width_kernel(Activation::erf, 0, some_inputs()).isApprox(gram));
}

/// Mean of the tangent kernel over trials, and the standard error of each entry.
std::pair<MatrixXd, MatrixXd> mean_kernel(const Architecture& architecture, TrainedLayers trained,
                                          int trials) {
  MatrixXd sum = MatrixXd::Zero(4, 4), squares = sum;
  for (int trial = 0; trial < trials; ++trial) {
    const Network network = initialise(architecture, stream(static_cast<std::uint64_t>(trial)));
    const MatrixXd kernel = tangent_kernel(network, some_inputs(), trained);
    sum += kernel;
    squares += kernel.cwiseAbs2();
  }
  const MatrixXd mean = sum / trials;
  return {mean, ((squares / trials - mean.cwiseAbs2()) / trials).cwiseSqrt()};
}

TEST(InfiniteWidthKernel, IsTheMeanKernelOfOneHiddenLayerAtAnyWidth) {
  for (const auto activation :
       {Activation::relu, Activation::erf, Activation::tanh, Activation::softplus}) {
    for (const auto trained : {TrainedLayers::all, TrainedLayers::hidden_only}) {
      Architecture architecture = uniform_architecture(2, 16, 1);
      architecture.activation = activation;
      const auto [mean, error] = mean_kernel(architecture, trained, 4000);
      const MatrixXd limit = infinite_width_kernel(activation, 1, some_inputs(), trained);
      // Five standard errors.
      EXPECT_LT(((mean - limit).array() / error.array()).abs().maxCoeff(), 5)
          << name_of(activation);
    }
  }
}

TEST(InfiniteWidthKernel, IsTheLimitOfDeeperNetworks) {
  constexpr int width = 256;
  Architecture architecture = uniform_architecture(2, width, 2);
  architecture.activation = Activation::erf;
  const auto [mean, error] = mean_kernel(architecture, TrainedLayers::all, 200);
  const MatrixXd limit = infinite_width_kernel(Activation::erf, 2, some_inputs());
  // Five standard errors and a bias of order 1/width.
  const double bias = limit.maxCoeff() / width;
  EXPECT_LT(((mean - limit).array().abs() - 5 * error.array()).maxCoeff(), bias);
}

TEST(InfiniteWidthKernel, RefusesBadInput) {
  EXPECT_THAT([&] { infinite_width_kernel(Activation::erf, -1, some_inputs()); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("hidden_layers is -1")));
  EXPECT_THAT([&] { infinite_width_kernel(Activation::erf, 1, MatrixXd(2, 0)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("matrix of inputs is 2 x 0")));
}

}  // namespace
}  // namespace asymptest::learning::infinite_width_kernel_test
