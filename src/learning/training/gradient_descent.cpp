#include "learning/training/gradient_descent.hpp"

#include <cmath>
#include <functional>
#include <numeric>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

void require_schedule(double step, int steps) {
  require(step > 0 && std::isfinite(step), "step of the descent is {}, expected a positive number",
          step);
  require(steps >= 0, "number of steps is {}, expected at least 0", steps);
}

/// Descends along Jᵀc, with c made of the residual by `coefficients`.
Descent descend(const LeastSquares& fit, VectorXd start, double step, int steps,
                const std::function<VectorXd(const VectorXd& residual)>& coefficients) {
  require_schedule(step, steps);
  Descent run{.weights = std::move(start)};
  VectorXd residual = fit.residual(run.weights);
  run.losses.push_back(residual.squaredNorm() / 2);
  for (int t = 0; t < steps && std::isfinite(run.losses.back()); ++t) {
    const VectorXd move = step * fit.pull_back(run.weights, coefficients(residual));
    run.weights -= move;
    run.path_length += move.norm();
    residual = fit.residual(run.weights);
    run.losses.push_back(residual.squaredNorm() / 2);
  }
  return run;
}

/// The first `count` places of `order` become a uniform draw without repetition.
void shuffle_front(std::vector<Index>& order, Index count, Stream& random) {
  for (Index k = 0; k < count; ++k) {
    const auto rest = static_cast<std::uint64_t>(static_cast<Index>(order.size()) - k);
    const Index other = k + static_cast<Index>(random.below(rest));
    std::swap(order[static_cast<std::size_t>(k)], order[static_cast<std::size_t>(other)]);
  }
}

}  // namespace

Descent gradient_descent(const LeastSquares& fit, VectorXd start, double step, int steps) {
  return descend(fit, std::move(start), step, steps, [](const VectorXd& r) { return r; });
}

Descent stochastic_descent(const LeastSquares& fit, VectorXd start, double step, int steps,
                           Index batch, Stream random) {
  const Index samples = fit.residual(start).size();
  require(batch >= 1 && batch <= samples, "batch is {}, expected 1 to {} samples", batch, samples);
  std::vector<Index> order(static_cast<std::size_t>(samples));
  std::iota(order.begin(), order.end(), Index{0});
  const double scale = static_cast<double>(samples) / static_cast<double>(batch);
  return descend(fit, std::move(start), step, steps, [&](const VectorXd& residual) {
    shuffle_front(order, batch, random);
    VectorXd chosen = VectorXd::Zero(samples);
    for (Index k = 0; k < batch; ++k) {
      const Index i = order[static_cast<std::size_t>(k)];
      chosen[i] = scale * residual[i];
    }
    return chosen;
  });
}

}  // namespace asymptest::learning
