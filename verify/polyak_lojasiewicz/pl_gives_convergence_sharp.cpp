#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/claim/registry.hpp"
#include "learning/tasks/certified_ball.hpp"
#include "learning/training/gradient_descent.hpp"
#include "learning/training/levenberg_marquardt.hpp"

// How near the theorem's two bounds come to equality: what a constant that is too small, or too
// large, would break.
namespace asymptest::learning::optimisation::pl_gives_convergence_sharp_claim {
namespace {

constexpr Eigen::Index width = 32, samples = 4;
constexpr int steps = 20;
constexpr double shortening = 64;

/// Least log(L_t/L_{t+1}) in units of −log(1 − ημ) with `factor`·μ for μ. The step is short, so
/// that the unit is ημ to 1.6 % at most, and `factor` as good as divides the quotient.
Trial least_rate(double factor) {
  return [=](const Point& at, Stream& random) {
    const CertifiedBall ball = sharp_ball(width, samples, at["k"], random);
    const double step = 1 / (shortening * ball.smoothness);
    const Descent run = gradient_descent(ball.task.fit, ball.task.start, step, steps);
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t t = 0; t + 1 < run.losses.size(); ++t) {
      least = std::min(least, std::log(run.losses[t] / run.losses[t + 1]));
    }
    return least / -std::log1p(-step * factor * ball.pl);
  };
}

/// |w* − w₀| over √(2L₀/(factor·μ)).
Trial distance(double factor) {
  return [=](const Point& at, Stream& random) {
    const CertifiedBall ball = sharp_ball(width, samples, at["k"], random);
    const auto found = levenberg_marquardt(ball.task.fit, ball.task.start);
    if (!found.exact) throw std::runtime_error("no exact fit found at " + at.key());
    const double loss = ball.task.fit.loss(ball.task.start);
    return (found.weights - ball.task.start).norm() / std::sqrt(2 * loss / (factor * ball.pl));
  };
}

const Sweep shrinking{axis("k", "how often the ball is smaller than the theorem's largest")
                          .listed({256, 1024, 4096})};

constexpr const char* band_reason =
    "the kernel drifts by 1/256 of its least eigenvalue at most, which moves either quotient by "
    "0.8 % from above; the rest is for the step's own second order";

const Registered sharp_rate{{
    .id = "polyak-lojasiewicz/pl-gives-convergence-sharp-rate",
    .title = "Along the bottom eigenvector descent is twice as fast as the theorem says, no more",
    .statement = R"(K(w_0) r_0 = \lambda_{\min} r_0,\; R \to 0 \implies
        \min_t \frac{\log (L_t/L_{t+1})}{-\log(1 - \eta\mu)} \to 2)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307",
               "Theorem 6, and what a quadratic loss leaves of it"},
    .assumes = {"μ is the kernel's smallest eigenvalue"},
    .sweep = shrinking,
    .measure = {"least log(L_t/L_{t+1}) over 20 steps of length 1/(64β), in units of −log(1 − ημ)",
                Polarity::exact, least_rate(1)},
    .predict = equals([](const Point&) { return 2.0; })
                   .within(0.02)
                   .rival(-0.5, "the theorem's own rate")
                   .because(band_reason),
    .budget = {.first = 32, .quick = 256},
    .controls = {{.name = "three-times-mu",
                  .breaks = "μ is the kernel's smallest eigenvalue",
                  .expect = near(-2.0 / 3, 0.02),
                  .trial = least_rate(3),
                  .remark = "2/3 in place of 2: a third of the rate"}},
    .remark = "r_{t+1} = (1 − ηλ_min)·r_t, so that the loss falls by its square. The theorem's "
              "factor 1 − ημ allows for a loss that is no quadratic.",
}};

const Registered sharp_radius{{
    .id = "polyak-lojasiewicz/pl-gives-convergence-sharp-radius",
    .title = "Along the bottom eigenvector a solution is as far away as the theorem allows",
    .statement = R"(K(w_0) r_0 = \lambda_{\min} r_0,\; R \to 0 \implies
        \lVert w^* - w_0 \rVert / \sqrt{2 L(w_0)/\mu} \to 1)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "Theorem 6, where it is sharp"},
    .assumes = {"μ is the kernel's smallest eigenvalue"},
    .sweep = shrinking,
    .measure = {"distance of the solution that Levenberg–Marquardt finds over √(2L₀/μ)",
                Polarity::exact, distance(1)},
    .predict = equals([](const Point&) { return 1.0; }).within(0.02).because(band_reason),
    .budget = {.first = 32, .quick = 256},
    .controls = {{.name = "twice-mu",
                  .breaks = "μ is the kernel's smallest eigenvalue",
                  .expect = near(std::sqrt(2) - 1, 0.02),
                  .trial = distance(2),
                  .remark = "a bound of √(L₀/μ), which the solution exceeds by √2"}},
    .remark = "The nearest zero of the linear problem is J⁺r₀, of length |r₀|/σ_min.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_gives_convergence_sharp_claim
