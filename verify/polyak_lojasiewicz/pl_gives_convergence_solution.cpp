#include <cmath>
#include <stdexcept>

#include "asymptest/claim/registry.hpp"
#include "learning/tasks/certified_ball.hpp"
#include "learning/training/levenberg_marquardt.hpp"

namespace asymptest::learning::optimisation::pl_gives_convergence_solution_claim {
namespace {

constexpr Eigen::Index samples = 4;

/// |w* − w₀| over √(2L₀/μ), with the μ that `constant` takes.
Trial distance_over_bound(double CertifiedBall::*constant) {
  return [=](const Point& at, Stream& random) {
    const CertifiedBall ball = certified_ball(at.count("m"), samples, random);
    const auto found = levenberg_marquardt(ball.task.fit, ball.task.start);
    if (!found.exact) throw std::runtime_error("no exact fit found at " + at.key());
    const double loss = ball.task.fit.loss(ball.task.start);
    return (found.weights - ball.task.start).norm() / std::sqrt(2 * loss / (ball.*constant));
  };
}

const Registered pl_gives_convergence_solution{{
    .id = "polyak-lojasiewicz/pl-gives-convergence-solution",
    .title = "A PL ball of radius √(2L₀/μ) contains an interpolating solution",
    .statement = R"(\min \{ \lVert w - w_0 \rVert : F(w) = y \} \le \sqrt{2 L(w_0)/\mu})",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "Theorem 6, existence"},
    .assumes = {"μ bounds the kernel's smallest eigenvalue on the ball"},
    .sweep = {axis("m", "width").listed({16, 32, 128})},
    .measure = {"distance of a solution that Levenberg–Marquardt finds over its bound, with μ "
                "proven on the ball",
                Polarity::exact, distance_over_bound(&CertifiedBall::pl)},
    .predict = always_at_most(1).within(0.02).because(
        "an inequality: no violation is expected; one trial in fifty is far below the chance "
        "in the control"),
    .budget = {.first = 256, .quick = 512, .cost = [](const Point& at) { return 100 + at["m"]; }},
    .controls = {{.name = "largest-eigenvalue",
                  .breaks = "μ bounds the kernel's smallest eigenvalue on the ball",
                  .expect = above(0.1),
                  .trial = distance_over_bound(&CertifiedBall::smoothness),
                  .remark = "β in place of μ: of the order of the largest eigenvalue"}},
    .remark = "The solution found is near the start but not the nearest: its distance is the more "
              "severe test. The path of gradient descent is longer, see "
              "pl-gives-convergence-path.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_gives_convergence_solution_claim
