#include "learning/separable/error_answers.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::error_answers_test {
namespace {

using Eigen::Index;

ShallowView view_of(Activation activation, Index neurons) {
  Stream random({1, "error-answers-test", "", 0});
  ShallowView view{activation, 0.8, 0.3, Eigen::VectorXd(neurons), Eigen::VectorXd(neurons)};
  random.fill_normal({view.preactivations.data(), static_cast<std::size_t>(neurons)});
  random.fill_normal({view.output_weights.data(), static_cast<std::size_t>(neurons)});
  return view;
}

std::vector<Response> answers_of(const ShallowView& view, const std::vector<Index>& neurons,
                                 double sign, double price, double reach) {
  std::vector<Response> answers(neurons.size());
  answer_with_errors(view, neurons, sign, price, reach, answers);
  return answers;
}

/// sign·E at a move along x/|x| and of the output weight, less its price: E by its definition.
double profit(const ShallowView& view, Index neuron, double sign, double price, double move,
              double shift) {
  const double z = view.preactivations[neuron], v = view.output_weights[neuron];
  const ActivationJet start = jet(view.activation, z);
  const double after = jet(view.activation, z + view.input_scale * move).value;
  const double error = (v + shift) * after - v * start.value - shift * start.value -
                       v * start.first * view.input_scale * move;
  return sign * view.output_scale * error - price * (move * move + shift * shift);
}

/// A fine grid of moves, and of shifts where the best one isn't at its edge.
TEST(ErrorAnswers, AreTheBestOfAFineGrid) {
  constexpr double reach = 1.5, step = 1.0 / 128, rounding = 1e-12;
  constexpr double slack = 1e-3;  // of a grid: half a step squared times a curvature below 10
  for (const Activation activation : {Activation::tanh, Activation::erf, Activation::softplus}) {
    const ShallowView view = view_of(activation, 12);
    for (const double sign : {1.0, -1.0}) {
      for (Index neuron = 0; neuron < view.neurons(); ++neuron) {
        const double price = 0.1;  // the best shift is s·Δσ/(2λ), 3 at most
        double best = 0;
        for (double move = -reach; move <= reach; move += step) {
          for (double shift = -3; shift <= 3; shift += 4 * step) {
            best = std::max(best, profit(view, neuron, sign, price, move, shift));
          }
        }
        const Response found = answers_of(view, {neuron}, sign, price, reach)[0];
        EXPECT_GE(found.gain - price * found.spent, best - rounding) << neuron;
        EXPECT_LE(found.gain - price * found.spent, best + slack) << neuron;
      }
    }
  }
}

/// Vector instructions for some neurons and none for the others must make no difference.
TEST(ErrorAnswers, AreTheSameBitsAlone) {
  const ShallowView view = view_of(Activation::tanh, 301);
  std::vector<Index> neurons(301);
  for (Index i = 0; i < view.neurons(); ++i) neurons[i] = i;
  const auto together = answers_of(view, neurons, 1, 0.03, 0.7);
  for (const Index neuron : neurons) {
    const Response alone = answers_of(view, {neuron}, 1, 0.03, 0.7)[0];
    EXPECT_EQ(alone.gain, together[neuron].gain) << neuron;
    EXPECT_EQ(alone.spent, together[neuron].spent) << neuron;
  }
}

}  // namespace
}  // namespace asymptest::learning::error_answers_test
