#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/tasks/conflict.hpp"
#include "learning/tasks/kernel_path.hpp"
#include "learning/training/gradient_descent.hpp"
#include "learning/training/levenberg_marquardt.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::pl_gives_convergence_plateau_claim {
namespace {

constexpr Eigen::Index distinct = 3;
constexpr double gap = 1;
constexpr int steps = 400;

/// The step is a quarter of the longest stable one and the kernel's nonzero eigenvalues are within
/// a factor 8 of each other: each step takes an eighth off the slowest part of the loss, and 400
/// leave 1e-20 of it. Rounding leaves 1e-14.
constexpr double descent_left = 1e-8;

double last_loss(const TrainingTask& task) {
  return gradient_descent(task.fit, task.start, cautious_step(task), steps).losses.back();
}

/// The last loss over gap²/4, the task changed as the control says.
Trial relative_plateau(const std::function<TrainingTask(const Conflict&)>& change) {
  return [=](const Point& at, Stream& random) {
    const Conflict conflict = conflicting_task(at.count("m"), distinct, gap, random);
    return last_loss(change(conflict)) / conflict.least_loss();
  };
}

TrainingTask with_agreeing_labels(const Conflict& conflict) {
  Eigen::VectorXd labels = conflict.task.labels;
  labels[1] = labels[0];
  return conflict.task.with_labels(labels);
}

TrainingTask with_inputs_apart(const Conflict& conflict) {
  Eigen::MatrixXd inputs = conflict.task.inputs;
  inputs.col(1) = std::sqrt(static_cast<double>(input_dimension)) *
                  Eigen::VectorXd::Unit(input_dimension, distinct);
  return conflict.task.with_inputs(inputs);
}

/// One neuron has five weights, for twelve inputs; the labels of the first two differ by the gap.
/// By Levenberg–Marquardt, whose loss only falls: descent may diverge there.
double with_too_few_weights(const Point&, Stream& random) {
  constexpr Eigen::Index samples = 12;
  TrainingTask task = training_task(uniform_architecture(input_dimension, 1, 1), samples, random);
  task.inputs.col(1) = task.inputs.col(0);
  task.labels[1] = task.labels[0] + gap;
  const auto fit = network_fit(task.architecture, task.inputs, task.labels);
  return fit.loss(levenberg_marquardt(fit, task.start).weights) / (gap * gap / 4);
}

const Registered pl_gives_convergence_plateau{{
    .id = "polyak-lojasiewicz/pl-gives-convergence-plateau",
    .title = "Where two equal inputs have different labels descent ends at (y₀ − y₁)²/4",
    .statement = R"(x_0 = x_1 \implies L(w_t) \to \tfrac14 (y_0 - y_1)^2)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307",
               "Theorem 6, where its hypothesis fails: λ_min(K) = 0"},
    .assumes = {"two equal inputs have different labels",
                "there are at least as many weights as distinct inputs"},
    .sweep = {axis("m", "width").listed({32, 64, 128})},
    .measure = {"loss after 400 steps of descent over (y₀ − y₁)²/4, 4 samples of which 2 share "
                "their input",
                Polarity::exact,
                relative_plateau([](const Conflict& conflict) { return conflict.task; })},
    .predict =
        equals([](const Point&) { return 1.0; })
            .within(descent_left)
            .of(Summary::median)
            .because("more than what descent and rounding leave, by which alone the loss may "
                     "differ from its least value"),
    .budget = {.first = 32, .quick = 256, .cost = [](const Point& at) { return at["m"]; }},
    .controls = {{.name = "agreeing-labels",
                  .breaks = "two equal inputs have different labels",
                  .expect =
                      near(-1, 0.01).because("all labels can be interpolated: the loss falls to 0"),
                  .trial = relative_plateau(with_agreeing_labels)},
                 {.name = "inputs-apart",
                  .breaks = "two equal inputs have different labels",
                  .expect = near(-1, 0.01),
                  .trial = relative_plateau(with_inputs_apart),
                  .remark = "the same labels on two different inputs"},
                 {.name = "fewer-weights-than-inputs",
                  .breaks = "there are at least as many weights as distinct inputs",
                  .expect = above(1),
                  .trial = with_too_few_weights,
                  .sweep = Sweep{axis("m", "width").listed({1})},
                  .remark = "five weights, eleven inputs: a higher plateau"}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_gives_convergence_plateau_claim
