#include "asymptest/claim/registry.hpp"
#include "learning/tasks/contraction.hpp"
#include "learning/tasks/kernel_path.hpp"
#include "learning/tasks/sloped_ball.hpp"

namespace asymptest::learning::optimisation::pl_without_constant_kernel_claim {
namespace {

constexpr Eigen::Index samples = 4;
constexpr int steps = 150;

constexpr auto where = "section 4, on transformed systems";

/// Largest change of the kernel along descent from the centre of a ball, over its norm there and
/// over the residual there, to which it is proportional while small.
Trial relative_change(Activation output) {
  return [=](const Point& at, Stream& random) {
    constexpr int early = 16;
    const SlopedBall ball = sloped_ball(at.count("m"), samples, output, random);
    const KernelPath path = kernel_path(ball.task, 1 / ball.smoothness, early);
    return path.largest_change / path.first_norm / ball.task.fit.residual(ball.task.start).norm();
  };
}

/// η = stretch/β.
Trial contraction(Activation output, double stretch) {
  return [=](const Point& at, Stream& random) {
    const SlopedBall ball = sloped_ball(at.count("m"), samples, output, random);
    return least_relative_rate(ball.task.fit, ball.task.start, stretch / ball.smoothness, ball.pl,
                               steps);
  };
}

/// The μ of u in place of that of φ(u).
double contraction_without_slope(const Point& at, Stream& random) {
  const SlopedBall ball = sloped_ball(at.count("m"), samples, Activation::softplus, random);
  const double pl = ball.pl / (ball.least_slope * ball.least_slope);
  return least_relative_rate(ball.task.fit, ball.task.start, 1 / ball.smoothness, pl, steps);
}

const Registered pl_without_constant_kernel{{
    .id = "polyak-lojasiewicz/pl-without-constant-kernel",
    .title = "Under a nonlinear output descent moves the tangent kernel as much at any width",
    .statement = R"(f = \varphi(u),\; \varphi(u) = \log(1 + e^u) \implies
        \max_{t \le T} \frac{\lVert K(w_t) - K(w_0) \rVert_2}{\lVert K(w_0) \rVert_2\, \lVert F(w_0) - y \rVert} = \Theta(1)
        \text{ in } m)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", where},
    .assumes = {"the output layer is nonlinear"},
    .sweep = {axis("m", "width").geometric(64, 1024).standard(8192)},
    .measure =
        {"largest relative change of the kernel per unit of residual over 16 steps of descent, "
         "in the ball on which pl-without-constant-kernel-convergence proves the inequality",
         Polarity::exact, relative_change(Activation::softplus)},
    .predict = theta({{"m", 0}})
                   .within(0.25)
                   .rival(-1, "a linear output")
                   .corrected_by(1, "Dyer, Gur-Ari 2019, arXiv:1909.11304: means in powers of 1/m")
                   .because("a quarter of the gap to the rival"),
    .budget = {.first = 24, .quick = 256, .cost = [](const Point& at) { return at["m"]; }},
    .controls = {{.name = "linear-output",
                  .breaks = "the output layer is nonlinear",
                  .expect = near(-1, 0.5).because(
                      "a linear output's kernel moves by 1/m along descent (Dyer, Gur-Ari 2019)"),
                  .trial = relative_change(Activation::identity)}},
    .remark = "Half of a pair: the kernel isn't constant here, and descent converges all the same.",
}};

const Registered pl_without_constant_kernel_convergence{{
    .id = "polyak-lojasiewicz/pl-without-constant-kernel-convergence",
    .title = "Under a strictly increasing output descent converges though the kernel moves",
    .statement = R"(f = \varphi(u),\; \varphi' \ge \rho > 0,\;
        \mu = \rho^2\, \inf \lambda_{\min}(K_u) \text{ on } B(w_0, R),\; \eta \le 1/\beta \implies
        L(w_{t+1}) \le (1 - \eta\mu) L(w_t) \text{ for every } t)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", where},
    .assumes = {"the output is strictly increasing", "the step is at most 1/β",
                "μ counts the least slope of the output"},
    .sweep = {axis("m", "width").listed({16, 32, 64})},
    .measure = {"least log(L(w_t)/L(w_{t+1})) in units of −log(1 − ημ) over 150 steps of length "
                "1/β, softplus "
                "of one hidden layer of tanh, with μ and β proven on the ball",
                Polarity::exact, contraction(Activation::softplus, 1)},
    .predict = always_at_least(1).within(0.02).because(
        "an inequality: no violation is expected; one trial in fifty is far "
        "below the chance in each control"),
    .budget = {.first = 256, .quick = 512, .cost = [](const Point& at) { return 100 + at["m"]; }},
    .controls = {{.name = "relu-output",
                  .breaks = "the output is strictly increasing",
                  .expect = above(0.5),
                  .trial = contraction(Activation::relu, 1),
                  .remark = "a sample whose output is 0 has no gradient, whatever its label"},
                 {.name = "step-too-long",
                  .breaks = "the step is at most 1/β",
                  .expect = above(0.5),
                  .trial = contraction(Activation::softplus, 64),
                  .remark = "β is a bound, several times above the curvature along the run"},
                 {.name = "slope-left-out",
                  .breaks = "μ counts the least slope of the output",
                  .expect = above(0.1),
                  .trial = contraction_without_slope,
                  .remark = "μ = inf λ_min(K_u)"},
                 {.name = "linear-output",
                  .trial = contraction(Activation::identity, 1),
                  .harmless = true}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_without_constant_kernel_claim
