#include <algorithm>
#include <cmath>
#include <limits>

#include "asymptest/claim/registry.hpp"
#include "learning/tasks/certified_ball.hpp"
#include "learning/tasks/conflict.hpp"
#include "learning/training/expected_step.hpp"
#include "learning/training/gradient_descent.hpp"

namespace asymptest::learning::optimisation::pl_gives_convergence_sgd_claim {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr Index width = 32;
constexpr int steps = 16;

/// What a batch of b from n samples adds: E|g|² = noise·Σ|∇ℓ_i|² + signal·|∇L|².
struct BatchMoments {
  double noise = 0, signal = 0;
};

BatchMoments moments(Index samples, Index batch) {
  const auto n = static_cast<double>(samples), b = static_cast<double>(batch);
  return {n * (n - b) / (b * (n - 1)), n * (b - 1) / (b * (n - 1))};
}

/// The length of the steps on a ball, in batches of b.
using StepOf = double (*)(const CertifiedBall& ball, Index batch);

/// η = μ/(β(noise·β + signal·μ)), for which L − η|∇L|² + βη²E|g|²/2 ≤ (1 − ημ)·L, by
/// |∇ℓ_i|² ≤ 2βℓ_i, since β exceeds every |∇f_i|², and |∇L|² ≥ 2μL.
double allowed_step(const CertifiedBall& ball, Index batch) {
  const auto [noise, signal] = moments(ball.task.labels.size(), batch);
  return ball.pl / (ball.smoothness * (noise * ball.smoothness + signal * ball.pl));
}

double step_of_full_descent(const CertifiedBall& ball, Index) { return 1 / ball.smoothness; }

/// Least log(L(w_t)/E[L(w_{t+1}) | w_t]) in units of −log(1 − ημ) on a run of stochastic descent
/// as long as it stays in the ball.
Trial least_expected_rate(Index samples, Index batch, StepOf step_of) {
  return [=](const Point& at, Stream& random) {
    const CertifiedBall ball = resolved_ball(
        width, samples, at["k"], random,
        [&](const CertifiedBall& drawn) { return allowed_step(drawn, batch) * drawn.pl; });
    const LeastSquares& fit = ball.task.fit;
    const double step = step_of(ball, batch);
    const double unit = -std::log1p(-step * ball.pl);
    VectorXd weights = ball.task.start;
    double least = std::numeric_limits<double>::infinity();
    for (int t = 0; t < steps && (weights - ball.task.start).norm() < ball.radius; ++t) {
      const double expected = expected_loss_after_step(fit, weights, step, batch);
      least = std::min(least, std::log(fit.loss(weights) / expected) / unit);
      const Stream batches = random.substream("step " + std::to_string(t));
      weights = stochastic_descent(fit, weights, step, 1, batch, batches).weights;
    }
    return least;
  };
}

/// From the solution of least loss, four samples of which two share their input under labels that
/// differ.
Trial under_a_conflict(Index batch) {
  return [=](const Point& at, Stream& random) {
    const Conflict conflict = conflicting_task(width, 3, 1, random);
    const VectorXd solution = solution_of(conflict);
    const LeastSquares& fit = conflict.task.fit;
    const double step = 1 / (at["k"] * fit.kernel(solution).trace());
    return std::log(fit.loss(solution) / expected_loss_after_step(fit, solution, step, batch)) /
           step;
  };
}

Claim sgd_claim(Index samples, Index batch, const std::string& id, const std::string& title) {
  return {
      .id = id,
      .title = title,
      .statement = R"(\mathbb{E}\bigl[L(w_{t+1}) \mid w_t\bigr] \le (1 - \eta\mu)\, L(w_t)
          \text{, so } \mathbb{E} L(w_t) \le (1 - \eta\mu)^t L(w_0), \quad
          \eta = \frac{\mu}{\beta\,(a\beta + c\mu)},\;
          a = \tfrac{n(n-b)}{b(n-1)},\; c = \tfrac{n(b-1)}{b(n-1)})",
      .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307",
                 "Theorem 7, with batches drawn without repetition"},
      .assumes = {"no two inputs are equal", "the step allows for the batch's noise"},
      .sweep = {axis("k", "how often the ball is smaller than the theorem's largest")
                    .listed({16, 64, 256})},
      .measure =
          {"least log(L(w_t)/E[L(w_{t+1}) | w_t]) in units of −log(1 − ημ) over 16 steps, the "
           "mean over all batches exact, " +
               std::to_string(samples) + " samples, width 32, μ and β proven on the ball",
           Polarity::exact, least_expected_rate(samples, batch, allowed_step)},
      .predict = always_at_least(1).within(0.02).because(
          "an inequality: no violation is expected; one trial in fifty is far below the chance in "
          "each control"),
      .budget = {.first = 256, .quick = 512},
      .controls = {{.name = "conflicting-labels",
                    .breaks = "no two inputs are equal",
                    .expect = near(1, 0.1),
                    .trial = under_a_conflict(std::min<Index>(batch, 2)),
                    .remark =
                        "at the least loss the gradient is 0 and the batch's is not: the loss "
                        "rises in the mean"},
                   {.name = "step-of-full-descent",
                    .breaks = "the step allows for the batch's noise",
                    .expect = above(0.5),
                    .trial = least_expected_rate(samples, batch, step_of_full_descent),
                    .remark =
                        "1/β: the noise adds a share of order n/b of the loss a step, and the "
                        "slowest part of it falls by 2μ/β only"}},
      .remark =
          "Labels along the bottom eigenvector, where the loss falls most slowly. The theorem's "
          "E L is the product of such steps; that of a run is log-normal, and its mean at late "
          "times that of a few slow runs. Inputs are drawn again where μ is so small that rounding "
          "would show in the rate.",
  };
}

const Registered batch_one{
    sgd_claim(4, 1, "polyak-lojasiewicz/pl-gives-convergence-sgd-1",
              "Stochastic descent with batches of one takes off ημ a step in "
              "the mean, where labels can be interpolated")};
const Registered batch_four{
    sgd_claim(6, 4, "polyak-lojasiewicz/pl-gives-convergence-sgd-4",
              "Stochastic descent with batches of four takes off ημ a step in the mean, where "
              "labels can be interpolated")};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_gives_convergence_sgd_claim
