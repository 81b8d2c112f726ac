#include <cmath>
#include <functional>
#include <numbers>
#include <stdexcept>

#include "asymptest/claim/registry.hpp"
#include "asymptest/require/require.hpp"
#include "learning/kernels/tangent_kernel.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/spectra/singular_values.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "learning/tasks/training_task.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::pl_gives_convergence_rate_claim {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Eigen::Index width = 64;

/// The first residual over √μ: the distance to a solution is at most this, so that the kernel
/// stays the same to a thousandth at any μ.
constexpr double distance = 0.01;

/// A run ends once the loss has fallen by this factor.
constexpr double factor = 1e6;

/// Two points on the sphere |x|² = d at an angle.
MatrixXd pair_at_angle(const MatrixXd& axes, double angle) {
  MatrixXd pair(axes.rows(), 2);
  pair << axes.col(0), std::cos(angle) * axes.col(0) + std::sin(angle) * axes.col(1);
  return pair;
}

/// The angle at which λ_min(K(w₀)) = μ, by bisection; negative if there is none below a right
/// angle.
double angle_of(double pl, const Network& network, const MatrixXd& axes) {
  const auto eigenvalue = [&](double angle) {
    return smallest_eigenvalue(tangent_kernel(network, pair_at_angle(axes, angle)));
  };
  double low = 0, high = std::numbers::pi / 2;
  if (eigenvalue(high) < pl) return -1;
  constexpr int halvings = 40;
  for (int k = 0; k < halvings; ++k) {
    const double middle = (low + high) / 2;
    (eigenvalue(middle) < pl ? low : high) = middle;
  }
  return high;
}

/// A pair of samples with λ_min(K(w₀)) = μ, drawn again until the pair can have it.
TrainingTask pair_task(double pl, const Stream& random) {
  constexpr int most_draws = 100;
  for (int attempt = 0; attempt < most_draws; ++attempt) {
    const Stream draw = random.substream("task " + std::to_string(attempt));
    const TrainingTask task =
        training_task(uniform_architecture(input_dimension, width, 1), 2, draw);
    MatrixXd axes = task.inputs;
    const double length = axes.col(0).norm();
    axes.col(1) -= axes.col(0) * (axes.col(0).dot(axes.col(1)) / (length * length));
    axes.col(1) *= length / axes.col(1).norm();
    const double angle = angle_of(pl, network_with(task.architecture, task.start), axes);
    if (angle > 0) return task.with_inputs(pair_at_angle(axes, angle));
  }
  throw std::runtime_error(message("no pair of smallest eigenvalue {} in 100 draws", pl));
}

/// The task with labels at the distance from F(w₀) along a unit vector.
TrainingTask with_residual(const TrainingTask& task, const VectorXd& direction, double size) {
  const VectorXd outputs = task.fit.residual(task.start) + task.labels;
  return task.with_labels(outputs - size * direction);
}

/// The rate r of L ∝ e^(−r·t), t = steps·η, until the loss has fallen by the factor; descent with
/// the momentum β, w_{t+1} = w_t − η·∇L(w_t) + β·(w_t − w_{t−1}).
double rate_of_descent(const LeastSquares& fit, VectorXd weights, double step, double momentum) {
  constexpr int most_steps = 100000;
  const double first = fit.loss(weights);
  VectorXd velocity = VectorXd::Zero(weights.size());
  for (int t = 1; t < most_steps; ++t) {
    velocity = momentum * velocity - step * fit.gradient(weights);
    weights += velocity;
    if (fit.loss(weights) < first / factor) return std::log(factor) / (t * step);
  }
  throw std::runtime_error("the loss did not fall by 1e6 in 100000 steps");
}

/// Along which eigenvectors of the kernel the first residual lies, in equal parts.
enum class Residual { both, top };

Trial rate(Residual residual, bool with_momentum) {
  return [=](const Point& at, Stream& random) {
    const double pl = 1 / at["1/μ"];
    const TrainingTask task = pair_task(pl, random);
    const auto pairs = left_singular_pairs(task.fit.jacobian(task.start));
    VectorXd direction = pairs.vectors.col(0);
    if (residual == Residual::both) direction = (direction + pairs.vectors.col(1)).normalized();
    const TrainingTask run = with_residual(task, direction, distance * std::sqrt(pl));
    const double step = 0.5 / (pairs.values[0] * pairs.values[0]);
    const double momentum = with_momentum ? std::pow(1 - std::sqrt(step * pl), 2) : 0;
    return rate_of_descent(run.fit, run.start, step, momentum);
  };
}

const Registered pl_gives_convergence_rate{{
    .id = "polyak-lojasiewicz/pl-gives-convergence-rate",
    .title = "The rate of gradient descent is proportional to μ",
    .statement = R"(L(w_t) \le L(w_0)\, e^{-r \eta t}, \quad r = \Theta(\mu), \quad
        \mu = \lambda_{\min}(K(w_0)))",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "Theorem 6"},
    .assumes = {"the residual has a part along the bottom eigenvector", "descent has no momentum"},
    .sweep =
        {axis("1/μ", "inverse smallest eigenvalue of the kernel").geometric(4, 128).standard(1024)},
    .measure =
        {"rate until the loss has fallen by 1e6, two samples at the angle that gives the "
         "kernel this eigenvalue, width 64, a residual with equal parts along both eigenvectors",
         Polarity::exact, rate(Residual::both, false)},
    .predict = theta({{"1/μ", -1}})
                   .within(0.1)
                   .rival(-0.5, "descent with momentum")
                   .rival(0, "a rate that does not know μ")
                   .because("a fifth of the gap to the nearest rival"),
    .budget = {.first = 8, .quick = 2048, .cost = [](const Point& at) { return at["1/μ"]; }},
    .controls = {{.name = "residual-along-the-top",
                  .breaks = "the residual has a part along the bottom eigenvector",
                  .expect = near(0, 0.25),
                  .trial = rate(Residual::top, false),
                  .remark = "then λ_max is the rate"},
                 {.name = "heavy-ball",
                  .breaks = "descent has no momentum",
                  .expect = near(-0.5, 0.2),
                  .trial = rate(Residual::both, true),
                  .remark = "momentum (1 − √(ημ))²: the rate is √μ (Polyak 1964)"}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::pl_gives_convergence_rate_claim
