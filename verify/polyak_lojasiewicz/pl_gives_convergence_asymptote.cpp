#include <algorithm>
#include <cmath>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "learning/spectra/singular_values.hpp"
#include "learning/tasks/certified_ball.hpp"
#include "learning/tasks/contraction.hpp"
#include "learning/training/gradient_descent.hpp"

namespace asymptest::learning::optimisation::pl_gives_convergence_asymptote_claim {
namespace {

using Eigen::VectorXd;

constexpr Eigen::Index samples = 4;

/// The slowest part outlives the next by this factor, and is small against the ball, when the rate
/// is read off.
constexpr double separation = 1e4;

/// Steps until (1 − η·λ₂)/(1 − η·λ₁) has become 1/separation, at most `most_steps`.
constexpr int most_steps = 4000;

/// log(L_{t+1}/L_t) at the last t where the loss is not yet rounding: a run as long as
/// `most_steps` can reach 0.
double last_log_ratio(const std::vector<double>& losses) {
  std::size_t t = losses.size() - 2;
  while (t > 0 && losses[t + 1] < rounding_share * losses[0]) --t;
  return std::log(losses[t + 1] / losses[t]);
}

/// The rate of a loss, log(L_{t+1}/L_t), over 2·log(1 − η·λ) with λ the eigenvalue `index` of the
/// kernel at the end, counted from the smallest; starts from a ball's task.
double relative_rate(const CertifiedBall& ball, const VectorXd& start, Eigen::Index index) {
  const double step = 1 / ball.smoothness;
  const VectorXd values = singular_values(ball.task.fit.jacobian(start));
  const auto factor = [&](Eigen::Index k, const VectorXd& all) {
    return 1 - step * std::pow(all[samples - 1 - k], 2);
  };
  const double gap = std::log(factor(0, values) / factor(1, values));
  const int steps = static_cast<int>(std::min<double>(most_steps, std::log(separation) / gap));
  const Descent run = gradient_descent(ball.task.fit, start, step, steps + 1);
  const VectorXd end = singular_values(ball.task.fit.jacobian(run.weights));
  return last_log_ratio(run.losses) / (2 * std::log(factor(index, end)));
}

Trial rate_over(Eigen::Index index) {
  return [=](const Point& at, Stream& random) {
    const CertifiedBall ball = certified_ball(at.count("m"), samples, random);
    return relative_rate(ball, ball.task.start, index);
  };
}

const Registered pl_gives_convergence_asymptote{{
    .id = "polyak-lojasiewicz/pl-gives-convergence-asymptote",
    .title = "In the end the loss decays as (1 − ηλ_min)^2t, twice as fast as the PL bound says",
    .statement =
        R"(\frac{\log (L(w_{t+1})/L(w_t))}{2 \log(1 - \eta\,\lambda_{\min}(K(w^*)))} \to 1)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "Theorem 6, made exact at the end"},
    .assumes = {"the eigenvalue is the smallest one"},
    .sweep = {axis("m", "width").listed({16, 32, 128})},
    .measure = {"log of the last two losses' ratio over 2·log(1 − ηλ_min(K)) at the end",
                Polarity::exact, rate_over(0)},
    .predict = equals([](const Point&) { return 1.0; })
                   .within(0.1)
                   .rival(-0.5, "the PL bound 1 − ηλ_min")
                   .of(Summary::median)
                   .because("a fifth of the gap to the rival"),
    .budget = {.first = 48, .quick = 512, .cost = [](const Point& at) { return 100 + at["m"]; }},
    .controls = {{.name = "second-eigenvalue",
                  .breaks = "the eigenvalue is the smallest one",
                  .expect = below(-0.2).because(
                      "log(1 − ηλ_min)/log(1 − ηλ₂) − 1, a gap of no smallest size"),
                  .trial = rate_over(1)}},
    .remark =
        "Read off once the slowest part of the residual outweighs the next 10⁴ times. The "
        "median, because where the two smallest eigenvalues nearly agree that takes too long.",
    .revision = 2,
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_gives_convergence_asymptote_claim
