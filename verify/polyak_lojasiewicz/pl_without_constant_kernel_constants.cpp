#include <algorithm>

#include "asymptest/claim/registry.hpp"
#include "learning/kernels/tangent_kernel.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/spectra/operator_norm.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "learning/tasks/sloped_ball.hpp"
#include "verify/shared/minimiser.hpp"

namespace asymptest::learning::optimisation::pl_without_constant_kernel_constants_claim {
namespace {

using Eigen::VectorXd;

constexpr Eigen::Index samples = 4;

/// λ_min(K) and |∇²L| at one point.
struct LocalConstants {
  double pl = 0, smoothness = 0;
};

LocalConstants constants_at(const TrainingTask& task, const VectorXd& weights,
                            const Stream& random) {
  const Network network = network_with(task.architecture, weights);
  const auto product = [&](const double* in, double* out) {
    VectorXd::Map(out, weights.size()) =
        task.fit.hessian_product(weights, VectorXd::Map(in, weights.size()));
  };
  return {smallest_eigenvalue(tangent_kernel(network, task.inputs)),
          symmetric_operator_norm(product, unit_vector(weights.size(), random))};
}

VectorXd point_on_sphere(const CertifiedBall& ball, const Stream& random) {
  const VectorXd& centre = ball.task.start;
  return centre + ball.radius * unit_vector(centre.size(), random);
}

/// The less of λ_min(K(w))/μ and β/|∇²L(w)| at a point w of the ball's surface.
double margin(const TrainingTask& task, const VectorXd& weights, double pl, double smoothness,
              const Stream& random) {
  const LocalConstants at_point = constants_at(task, weights, random.substream("lanczos"));
  return std::min(at_point.pl / pl, smoothness / at_point.smoothness);
}

double margin_of_ball(const Point& at, Stream& random) {
  const SlopedBall ball = sloped_ball(at.count("m"), samples, Activation::softplus, random);
  return margin(ball.task, point_on_sphere(ball, random.substream("point")), ball.pl,
                ball.smoothness, random);
}

double margin_without_slope(const Point& at, Stream& random) {
  const SlopedBall ball = sloped_ball(at.count("m"), samples, Activation::softplus, random);
  const double pl = ball.pl / (ball.least_slope * ball.least_slope);
  return margin(ball.task, point_on_sphere(ball, random.substream("point")), pl, ball.smoothness,
                random);
}

double margin_of_centre(const Point& at, Stream& random) {
  const SlopedBall ball = sloped_ball(at.count("m"), samples, Activation::softplus, random);
  const auto centre = constants_at(ball.task, ball.task.start, random.substream("centre"));
  return margin(ball.task, point_on_sphere(ball, random.substream("point")), centre.pl,
                centre.smoothness, random);
}

const Registered pl_without_constant_kernel_constants{{
    .id = "polyak-lojasiewicz/pl-without-constant-kernel-constants",
    .title = "Under an increasing output the kernel stays above ρ² times that of a wide network",
    .statement =
        R"(\lambda_{\min}(K(w)) \ge \rho^2 \bigl(\sigma_{\min}(J_u(w_0)) - R h\bigr)^2 = \mu,
        \quad \lVert \nabla^2 L(w) \rVert_2 \le \beta \text{ on } B(w_0, R))",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "section 4, on transformed systems"},
    .assumes = {"the constants allow for the whole ball", "μ counts the least slope of the output"},
    .sweep = {axis("m", "width").listed({16, 32, 64})},
    .measure =
        {"the less of λ_min(K)/μ and β/|∇²L| at a random point of the surface of the ball of "
         "pl-without-constant-kernel-convergence",
         Polarity::exact, margin_of_ball},
    .predict = always_at_least(1).within(0.02).because(
        "an inequality: no violation is expected; one trial in fifty is far below the chance in "
        "each control"),
    .budget = {.first = 256, .quick = 512, .cost = [](const Point& at) { return 20 + at["m"]; }},
    .controls = {{.name = "constants-of-the-centre",
                  .breaks = "the constants allow for the whole ball",
                  .expect = above(0.5),
                  .trial = margin_of_centre},
                 {.name = "slope-left-out",
                  .breaks = "μ counts the least slope of the output",
                  .expect = above(0.1),
                  .trial = margin_without_slope,
                  .remark = "μ = inf λ_min(K_u)"}},
    .remark = "The proof covers the ball; the measurement is its cross-check at points drawn at "
              "random, which would not find a narrow exception.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_without_constant_kernel_constants_claim
