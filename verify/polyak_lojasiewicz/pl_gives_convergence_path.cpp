#include <algorithm>
#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/tasks/certified_ball.hpp"
#include "learning/training/gradient_descent.hpp"

namespace asymptest::learning::optimisation::pl_gives_convergence_path_claim {
namespace {

constexpr Eigen::Index samples = 4;
constexpr int steps = 300;

/// Path length at η = 1/β over √(2L₀/μ)/(1 − ηβ/2), with the μ that `constant` takes, or over R,
/// the ball's radius for which the constants are proven, if that is less.
Trial path_over_bound(double CertifiedBall::*constant) {
  return [=](const Point& at, Stream& random) {
    const CertifiedBall ball = certified_ball(at.count("m"), samples, random);
    const Descent run =
        gradient_descent(ball.task.fit, ball.task.start, 1 / ball.smoothness, steps);
    const double bound = 2 * std::sqrt(2 * run.losses[0] / (ball.*constant));
    return run.path_length / std::min(bound, ball.radius);
  };
}

const Registered pl_gives_convergence_path{{
    .id = "polyak-lojasiewicz/pl-gives-convergence-path",
    .title = "Gradient descent on a PL loss stays within a ball of radius √(2L₀/μ)/(1 − ηβ/2)",
    .statement = R"(\sum_t \lVert w_{t+1} - w_t \rVert
        \le \frac{1}{1 - \eta\beta/2} \sqrt{2 L(w_0)/\mu}, \quad \eta \le 1/\beta)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307",
               "Theorem 6, with the constant that its proof gives"},
    .assumes = {"μ bounds the kernel's smallest eigenvalue on the ball"},
    .sweep = {axis("m", "width").listed({16, 32, 128})},
    .measure = {"length of the path over the less of its bound, with μ and β proven on the ball, "
                "and of the "
                "ball's radius",
                Polarity::exact, path_over_bound(&CertifiedBall::pl)},
    .predict = always_at_most(1).within(0.02).because(
        "an inequality: no violation is expected; one trial in fifty is far below the chance "
        "in the control"),
    .budget = {.first = 256, .quick = 512, .cost = [](const Point& at) { return 100 + at["m"]; }},
    .controls = {{.name = "largest-eigenvalue",
                  .breaks = "μ bounds the kernel's smallest eigenvalue on the ball",
                  .expect = above(0.1),
                  .trial = path_over_bound(&CertifiedBall::smoothness),
                  .remark = "β in place of μ: of the order of the largest eigenvalue"}},
    .remark = "The sum converges, so the iterates do, and to a minimiser within the ball. As "
              "η → 0 the bound is that of the flow, √(2L₀/μ).",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_gives_convergence_path_claim
