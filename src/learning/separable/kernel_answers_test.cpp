#include "learning/separable/kernel_answers.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::kernel_answers_test {
namespace {

using Eigen::Index;

ShallowView view_of(Activation activation, Index neurons) {
  Stream random({1, "kernel-answers-test", "", 0});
  ShallowView view{activation, 0.8, 0.3, Eigen::VectorXd(neurons), Eigen::VectorXd(neurons)};
  random.fill_normal({view.preactivations.data(), static_cast<std::size_t>(neurons)});
  random.fill_normal({view.output_weights.data(), static_cast<std::size_t>(neurons)});
  return view;
}

/// sign·(K − K₀) of one neuron at a move along x/|x| and of the output weight, less its price.
double profit(const ShallowView& view, Index neuron, double sign, double price, double move,
              double shift) {
  const auto kernel = [&](double z, double v) {
    const ActivationJet at = jet(view.activation, z);
    return std::pow(view.output_scale, 2) *
           (at.value * at.value + std::pow(view.input_scale * v * at.first, 2));
  };
  const double z = view.preactivations[neuron], v = view.output_weights[neuron];
  return sign * (kernel(z + view.input_scale * move, v + shift) - kernel(z, v)) -
         price * (move * move + shift * shift);
}

TEST(KernelAnswers, AreTheBestOfAFineGrid) {
  constexpr double radius = 1.2, step = 1.0 / 128, rounding = 1e-12;
  constexpr double slack = 1e-3;  // of a grid: half a step squared times a curvature below 10
  constexpr double price = 0.15;  // above s²k² B², where the best shift is bounded
  for (const Activation activation : {Activation::tanh, Activation::erf, Activation::softplus}) {
    const ShallowView view = view_of(activation, 12);
    for (const double sign : {1.0, -1.0}) {
      std::vector<Response> answers(12);
      answer_with_kernel(view, 0, sign, price, radius, answers);
      for (Index neuron = 0; neuron < view.neurons(); ++neuron) {
        double best = 0;
        for (double move = -radius; move <= radius; move += step) {
          for (double shift = -4; shift <= 4; shift += 4 * step) {
            best = std::max(best, profit(view, neuron, sign, price, move, shift));
          }
        }
        const double found = answers[neuron].gain - price * answers[neuron].spent;
        EXPECT_GE(found, best - rounding) << neuron;
        EXPECT_LE(found, best + slack) << neuron;
      }
    }
  }
}

/// Vector instructions for some neurons and none for the others must make no difference.
TEST(KernelAnswers, AreTheSameBitsAlone) {
  const ShallowView view = view_of(Activation::tanh, 301);
  std::vector<Response> together(301), alone(1);
  answer_with_kernel(view, 0, 1, 0.1, 0.7, together);
  for (Index neuron = 0; neuron < view.neurons(); ++neuron) {
    answer_with_kernel(view, neuron, 1, 0.1, 0.7, alone);
    EXPECT_EQ(alone[0].gain, together[neuron].gain) << neuron;
    EXPECT_EQ(alone[0].spent, together[neuron].spent) << neuron;
  }
}

}  // namespace
}  // namespace asymptest::learning::kernel_answers_test
