#include <algorithm>

#include "asymptest/claim/registry.hpp"
#include "learning/kernels/tangent_kernel.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/spectra/operator_norm.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "learning/suprema/ascended_suprema.hpp"
#include "learning/tasks/sloped_ball.hpp"
#include "verify/shared/minimiser.hpp"

namespace asymptest::learning::optimisation::pl_without_constant_kernel_constants_claim {
namespace {

using Eigen::VectorXd;

SlopedBall ball_at(const Point& at, const Stream& random) {
  return sloped_ball(at.count("m"), at.count("n"), Activation::softplus, random);
}

double smoothness_at(const TrainingTask& task, const VectorXd& weights, const Stream& random) {
  const auto product = [&](const double* in, double* out) {
    VectorXd::Map(out, weights.size()) =
        task.fit.hessian_product(weights, VectorXd::Map(in, weights.size()));
  };
  return symmetric_operator_norm(product, unit_vector(weights.size(), random));
}

VectorXd point_on_sphere(const CertifiedBall& ball, const Stream& random) {
  const VectorXd& centre = ball.task.start;
  return centre + ball.radius * unit_vector(centre.size(), random);
}

/// The less of λ_min(K(w))/μ at the point of the ball where descent finds it least and of
/// β/|∇²L(w)| at a random one of its surface.
double margin(const CertifiedBall& ball, double pl, double smoothness, const Stream& random) {
  const TrainingTask& task = ball.task;
  const Network centre = network_with(task.architecture, task.start);
  const double least = descended_smallest_eigenvalue(centre, task.inputs, ball.radius);
  const double curvature = smoothness_at(task, point_on_sphere(ball, random.substream("point")),
                                         random.substream("lanczos"));
  return std::min(least / pl, smoothness / curvature);
}

double margin_of_ball(const Point& at, Stream& random) {
  const SlopedBall ball = ball_at(at, random);
  return margin(ball, ball.pl, ball.smoothness, random);
}

double margin_without_slope(const Point& at, Stream& random) {
  const SlopedBall ball = ball_at(at, random);
  const double pl = ball.pl / (ball.least_slope * ball.least_slope);
  return margin(ball, pl, ball.smoothness, random);
}

double margin_of_centre(const Point& at, Stream& random) {
  const SlopedBall ball = ball_at(at, random);
  const TrainingTask& task = ball.task;
  const Network centre = network_with(task.architecture, task.start);
  const double pl = smallest_eigenvalue(tangent_kernel(centre, task.inputs));
  return margin(ball, pl, smoothness_at(task, task.start, random.substream("centre")), random);
}

const Registered pl_without_constant_kernel_constants{{
    .id = "polyak-lojasiewicz/pl-without-constant-kernel-constants",
    .title = "Under an increasing output the kernel stays above ρ² times that of a wide network",
    .statement =
        R"(\lambda_{\min}(K(w)) \ge \rho^2 \bigl(\sigma_{\min}(J_u(w_0)) - R h\bigr)^2 = \mu,
        \quad \lVert \nabla^2 L(w) \rVert_2 \le \beta \text{ on } B(w_0, R))",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "section 4, on transformed systems"},
    .assumes = {"the constants allow for the whole ball", "μ counts the least slope of the output"},
    .sweep = {axis("m", "width").listed({16, 64, 256}), axis("n", "samples").listed({1, 4})},
    .measure =
        {"the less of λ_min(K)/μ at the worst point that descent finds in the ball of "
         "pl-without-constant-kernel-convergence and of β/|∇²L| at a random one of its surface",
         Polarity::exact, margin_of_ball},
    .predict = always_at_least(1).within(0.02).because(
        "an inequality: no violation is expected; one trial in fifty is far below the chance in "
        "each control"),
    .budget = {.first = 256, .quick = 512, .cost = [](const Point& at) { return 20 + at["m"]; }},
    .controls = {{.name = "constants-of-the-centre",
                  .breaks = "the constants allow for the whole ball",
                  .expect = near(1, 0.1).because(
                      "descent leaves λ_min(K) below what it is at the centre every time"),
                  .trial = margin_of_centre},
                 {.name = "slope-left-out",
                  .breaks = "μ counts the least slope of the output",
                  .expect = above(0.1),
                  .trial = margin_without_slope,
                  .remark = "μ = inf λ_min(K_u)"}},
    .remark =
        "The proof covers the ball; the measurement is its cross-check where the kernel's "
        "smallest eigenvalue is least. With one sample K is φ'(u)²·|∇u|², and the worst point "
        "is where u is least: as m grows μ is reached.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_without_constant_kernel_constants_claim
