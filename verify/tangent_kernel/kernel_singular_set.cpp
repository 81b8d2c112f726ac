#include "asymptest/claim/registry.hpp"
#include "learning/spectra/singular_values.hpp"
#include "learning/tasks/training_task.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::kernel_singular_set_claim {
namespace {

using Eigen::MatrixXd;

/// High enough for n ≈ M points to be far from dependent.
constexpr Eigen::Index dimension = 16;

/// A singular value below this share of the largest is zero. Rounding leaves 1e-14 at most of a
/// zero at these sizes; a square matrix of random entries falls below with a chance of 1e-10.
constexpr double zero_share = 1e-12;

/// 1 where λ_min(K) = 0 and M ≥ n, or λ_min(K) > 0 and M < n; else 0.
Trial surprise(Activation activation, const std::function<void(MatrixXd&)>& spoil) {
  return [=](const Point& at, Stream& random) {
    Architecture architecture = uniform_architecture(dimension, at.count("m"), 1);
    architecture.activation = activation;
    const auto weights = at.count("m") * (dimension + 1);
    const auto samples = weights - at.count("excess");
    TrainingTask task = training_task(architecture, samples, random);
    spoil(task.inputs);
    const auto values = singular_values(task.with_inputs(task.inputs).fit.jacobian(task.start));
    const auto rank = (values.array() > zero_share * values[0]).count();
    return (rank < samples) == (weights < samples) ? 0.0 : 1.0;
  };
}

void leave(MatrixXd&) {}

const Registered kernel_singular_set{{
    .id = "tangent-kernel/kernel-singular-set",
    .title = "The tangent kernel is singular surely below M = n and never from there on",
    .statement = R"(\lambda_{\min}(K(w)) > 0 \iff \nabla f(x_1), \dots, \nabla f(x_n)
        \text{ independent}; \quad
        P(\lambda_{\min}(K(w)) = 0) = 1 \text{ for } M < n, \; 0 \text{ for } M \ge n)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307",
               "section 4; a zero set of an analytic map"},
    .assumes = {"the activation is not linear", "the activation is analytic",
                "no two inputs are equal"},
    .sweep = {axis("m", "width").listed({1, 2, 3}),
              axis("excess", "weights less samples, M − n").listed({-2, -1, 0, 1, 2})},
    .measure = {"whether the kernel's being singular disagrees with M < n, by the singular values "
                "of the Jacobian",
                Polarity::exact, surprise(Activation::tanh, leave)},
    .predict = always_at_most(0).within(0.01).because(
        "a zero–one law: no exception is expected; one trial in a hundred is far below the chance "
        "in each control"),
    .budget = {.first = 96, .quick = 512},
    .controls = {{.name = "linear-activation",
                  .breaks = "the activation is not linear",
                  .expect = near(7.0 / 15, 0.1)
                                .because("every gradient is linear in x, of rank 16 at most: "
                                         "singular at M ≥ n in 7 of the 15 points"),
                  .trial = surprise(Activation::identity, leave),
                  .remark = "every gradient is linear in x: rank at most d"},
                 {.name = "relu",
                  .breaks = "the activation is analytic",
                  .expect = near(0.6, 0.1).because("some of the n samples leaves every unit dead: "
                                                   "singular nearly always, in three of five"),
                  .trial = surprise(Activation::relu, leave),
                  .remark = "a sample on which every unit is dead has no gradient"},
                 {.name = "duplicated-input",
                  .breaks = "no two inputs are equal",
                  .expect = near(0.6, 0.1).because("two equal columns: singular at any width, a "
                                                   "surprise wherever M ≥ n, in three of five"),
                  .trial = surprise(Activation::tanh,
                                    [](MatrixXd& inputs) { inputs.col(1) = inputs.col(0); })},
                 {.name = "erf", .trial = surprise(Activation::erf, leave), .harmless = true}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::kernel_singular_set_claim
