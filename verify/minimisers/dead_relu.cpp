#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/tasks/training_task.hpp"
#include "learning/training/least_squares.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::dead_relu_claim {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr Index samples = 3;

struct Variant {
  Activation activation = Activation::relu;
  bool inputs_on_both_sides = false;
};

/// A network of width m on the line, at normal weights, and labels other than its outputs.
TrainingTask task_on_a_line(Index width, const Variant& variant, Stream random) {
  Architecture architecture = uniform_architecture(1, width, 1);
  architecture.activation = variant.activation;
  const TrainingTask drawn = training_task(architecture, samples, random.substream("task"));
  Eigen::MatrixXd inputs(1, samples);
  for (Index i = 0; i < samples; ++i) inputs(0, i) = random.uniform(0.5, 2);
  if (variant.inputs_on_both_sides) inputs(0, 0) *= -1;
  return drawn.with_inputs(inputs);
}

/// Whether the gradient is zero, exactly, and the loss is not. With ReLU every unit is then off at
/// every sample, as it is for all weights nearby: the loss is constant there.
bool is_stuck(const TrainingTask& task, const VectorXd& weights) {
  return task.fit.loss(weights) > 0 && task.fit.gradient(weights).isZero(0);
}

Trial has_a_gradient(Variant variant) {
  return [=](const Point& at, Stream& random) {
    const TrainingTask task = task_on_a_line(at.count("m"), variant, random);
    return is_stuck(task, task.start) ? 0.0 : 1.0;
  };
}

double loss_if_stuck(const Point& at, Stream& random) {
  const TrainingTask task = task_on_a_line(at.count("m"), {}, random);
  return is_stuck(task, task.start) ? task.fit.loss(task.start) : 0;
}

const Registered dead_relu{{
    .id = "minimisers/dead-relu",
    .title = "A ReLU network on a half-line starts at a bad local minimum with chance 2^-m",
    .statement = R"(P\bigl(\nabla L(w_0) \ne 0\bigr) = 1 - 2^{-m},
        \quad f = \sum_i v_i (w_i x)_+/\sqrt m, \; x_1, \dots, x_n > 0)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307",
               "on the landscape, for an activation that is not smooth"},
    .assumes = {"the activation is zero on a half-line",
                "the inputs lie on one side of the origin"},
    .sweep = {axis("m", "width").listed({1, 2, 3, 4})},
    .measure = {"whether the loss has a gradient at a fresh network", Polarity::exact,
                has_a_gradient({})},
    .predict = equals([](const Point& at) { return 1 - std::exp2(-at["m"]); })
                   .within(0.1)
                   .rival(0.5, "1 - 2^-(m+1), at m = 1")
                   .because("a fifth of the gap to the rival"),
    .budget = {.first = 1024, .quick = 65536},
    .controls = {{.name = "tanh",
                  .breaks = "the activation is zero on a half-line",
                  .expect = near(1, 0.1).because("its slope is nowhere 0: 1 for 1/2 at m = 1"),
                  .trial = has_a_gradient({.activation = Activation::tanh})},
                 {.name = "inputs-on-both-sides",
                  .breaks = "the inputs lie on one side of the origin",
                  .expect =
                      near(1, 0.1).because("every unit is on at one sample: 1 for 1/2 at m = 1"),
                  .trial = has_a_gradient({.inputs_on_both_sides = true})}},
    .remark = "All units are off at all samples, and stay so for small changes of the weights: the "
              "loss is constant there, a local minimum that is not global.",
}};

const Registered every_local_minimum_is_global_as_stated{{
    .id = "minimisers/dead-relu-every-local-minimum-is-global-as-stated",
    .title = "Erratum: not every local minimum of an over-parameterised network is global",
    .statement = R"(w \text{ a local minimum of } L \implies L(w) = 0)",
    .source = {"Lecture slides after Belkin 2021, arXiv:2105.14368",
               "loss landscape of over-parameterised models"},
    .assumes = {"the network is over-parameterised"},
    .sweep = {axis("m", "width").listed({2, 3, 4})},
    .measure = {"loss at initialisation where that is a local minimum, else 0; ReLU, 3 positive "
                "inputs",
                Polarity::exact, loss_if_stuck},
    .predict = always_at_most(0).within(0.02).because(
        "an inequality: one violation is a counterexample; 2^-m of the draws are"),
    .budget = {.first = 512, .quick = 2048},
    .corrected_by = "minimisers/dead-relu",
    .expect = near((0.25 + 0.125 + 0.0625) / 3, 0.05),
    .remark = "The chance of a violation, over the three widths, is the mean of 2^-m. It falls "
              "with the width but is never 0.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::dead_relu_claim
