#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/kernels/infinite_width_kernel.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::lambda_min_separation_claim {
namespace {

constexpr Eigen::Index dimension = 8, samples = 4;

/// Four times the largest separation of the sweep.
constexpr double reference_separation = 0.25;

/// λ_min(K∞) with the second input turned away from the first by the angle `separation`, towards
/// where it was.
double eigenvalue_at(Activation activation, Eigen::MatrixXd inputs, double separation) {
  const Eigen::VectorXd first = inputs.col(0);
  Eigen::VectorXd away = inputs.col(1);
  away -= first * (first.dot(away) / first.squaredNorm());
  away *= first.norm() / away.norm();
  inputs.col(1) = std::cos(separation) * first + std::sin(separation) * away;
  return smallest_eigenvalue(infinite_width_kernel(activation, 1, inputs));
}

/// The eigenvalue at the separation s over that at the reference, of the same inputs.
Trial relative_eigenvalue(Activation activation) {
  return [=](const Point& at, Stream& random) {
    const auto inputs = sphere_points(dimension, samples, random.substream("inputs"));
    return eigenvalue_at(activation, inputs, 1 / at["1/s"]) /
           eigenvalue_at(activation, inputs, reference_separation);
  };
}

const Sweep separations{
    axis("1/s", "inverse angle between the nearest inputs").geometric(16, 1024)};

const std::string measured =
    "smallest eigenvalue of K∞ over that at the angle 1/4, one hidden layer, 4 points in R^8 of "
    "which 2 are close";

const Source source{"Du, Zhai, Poczos, Singh 2019, arXiv:1810.02054",
                    "the assumption that no two inputs are parallel, made quantitative"};

const Registered lambda_min_separation_relu{{
    .id = "tangent-kernel/lambda-min-separation-relu",
    .title = "With ReLU the smallest eigenvalue of the kernel falls as the inputs' separation",
    .statement = R"(\lambda_{\min}(K_\infty) = \Theta(s), \quad s = \min_{i \ne j} \angle(x_i, x_j)
        \to 0, \quad \sigma = \text{ReLU})",
    .source = source,
    .assumes = {"the activation has a kink"},
    .sweep = separations,
    .measure = {measured, Polarity::exact, relative_eigenvalue(Activation::relu)},
    .predict = theta({{"1/s", -1}})
                   .within(0.2)
                   .rival(-2, "an analytic activation")
                   .corrected_by(1, "the arc-cosine kernels, expanded in the angle")
                   .because("a fifth of the gap to the rival"),
    .budget = {.first = 24, .quick = 256},
    .controls = {{.name = "erf",
                  .breaks = "the activation has a kink",
                  .expect = near(-2, 0.2).because(
                      "the arcsine kernel is analytic in the angle: order s²"),
                  .trial = relative_eigenvalue(Activation::erf)}},
    .remark = "Of order one in the width, but neither in the separation nor, therefore, in the "
              "number of inputs.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::lambda_min_separation_claim
