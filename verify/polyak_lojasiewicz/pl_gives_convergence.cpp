#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/spectra/singular_values.hpp"
#include "learning/tasks/certified_ball.hpp"
#include "learning/tasks/contraction.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::pl_gives_convergence_claim {
namespace {

using Eigen::VectorXd;

constexpr Eigen::Index samples = 4;
constexpr int steps = 300;

/// η = stretch/β.
Trial with_step(double stretch) {
  return [=](const Point& at, Stream& random) {
    const CertifiedBall ball = certified_ball(at.count("m"), samples, random);
    return least_relative_rate(ball.task.fit, ball.task.start, stretch / ball.smoothness, ball.pl,
                               steps);
  };
}

/// The same with the first input repeated under another label. μ is that of the sample without it.
double with_conflict(const Point& at, Stream& random) {
  const CertifiedBall ball = certified_ball(at.count("m"), samples, random);
  TrainingTask task = ball.task;
  task.inputs.conservativeResize(Eigen::NoChange, samples + 1);
  task.inputs.col(samples) = task.inputs.col(0);
  task.labels.conservativeResize(samples + 1);
  task.labels[samples] = task.labels[0] + ball.radius;
  const LeastSquares fit = network_fit(task.architecture, task.inputs, task.labels);
  return least_relative_rate(fit, task.start, 0.5 / ball.smoothness, ball.pl, steps);
}

/// More samples than weights; μ from the smallest eigenvalue that is not zero.
double with_too_few_weights(const Point&, Stream& random) {
  const Architecture small = uniform_architecture(input_dimension, 1, 1);
  const TrainingTask task = training_task(small, 8, random);
  const VectorXd values = singular_values(task.fit.jacobian(task.start));
  const double pl = std::pow(values[values.size() - 1], 2);
  constexpr double caution = 4;  // β over λ_max(K)
  return least_relative_rate(task.fit, task.start, 1 / (caution * values[0] * values[0]), pl,
                             steps);
}

const Registered pl_gives_convergence{{
    .id = "polyak-lojasiewicz/pl-gives-convergence",
    .title = "Where the loss is μ-PL and β-smooth, every step of gradient descent takes off ημ",
    .statement = R"(\mu \le \lambda_{\min}(K),\; \lVert \nabla^2 L \rVert \le \beta
        \text{ on } B(w_0, R),\; \eta \le 1/\beta
        \implies L(w_{t+1}) \le (1 - \eta\mu) L(w_t) \text{ for every } t)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "Theorem 6"},
    .assumes = {"the step is at most 1/β", "no two inputs are equal",
                "there are at least as many weights as samples"},
    .sweep = {axis("m", "width").listed({16, 32, 128})},
    .measure =
        {"least log(L(w_t)/L(w_{t+1})) in units of −log(1 − ημ) over 300 steps of length 1/β, "
         "with μ and β proven on the ball",
         Polarity::exact, with_step(1)},
    .predict = always_at_least(1).within(0.02).because(
        "an inequality: no violation is expected; one trial in fifty is "
        "far below the chance in each control"),
    .budget = {.first = 256, .quick = 512, .cost = [](const Point& at) { return 100 + at["m"]; }},
    .controls =
        {{.name = "step-too-long",
          .breaks = "the step is at most 1/β",
          .expect = above(0.9).because("8/β exceeds 2 over the largest curvature, of which β is a "
                                       "bound several times too large: descent diverges"),
          .trial = with_step(8)},
         {.name = "conflicting-labels",
          .breaks = "no two inputs are equal",
          .expect = above(0.9),
          .trial = with_conflict,
          .remark = "a plateau at (y₀ − y₁)²/4"},
         {.name = "fewer-weights-than-samples",
          .breaks = "there are at least as many weights as samples",
          .expect = above(0.3),
          .trial = with_too_few_weights,
          .sweep = Sweep{axis("m", "width").listed({1})},
          .remark =
              "five weights, eight samples: a plateau, where 300 steps are enough to reach it"}},
    .remark = "μ = (σ_min − R·h)² and β come from the singular values at the start and a bound on "
              "the Hessian of f over the ball; the labels are as far from F(w₀) as the "
              "theorem's radius allows. So large a ball leaves μ at a quarter of λ_min(K) or more, "
              "and the quotient at 2 or more: `-sharp-steps` and `-sharp-rate` come to equality. "
              "Steps whose loss is below 1e-20 of the first are left out: "
              "rounding of the outputs, 1e-15, shows there as 1e-5 of the loss.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_gives_convergence_claim
