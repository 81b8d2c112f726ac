#include "learning/training/expected_step.hpp"

#include <bit>
#include <cmath>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

double expected_loss_after_step(const LeastSquares& fit, const VectorXd& weights, double step,
                                Index batch) {
  constexpr Index most_samples = 20;
  const VectorXd residual = fit.residual(weights);
  const Index samples = residual.size();
  require(step > 0 && std::isfinite(step), "step of the descent is {}, expected a positive number",
          step);
  require(samples <= most_samples, "{} samples, expected at most {}: all batches are tried",
          samples, most_samples);
  require(batch >= 1 && batch <= samples, "batch is {}, expected 1 to {} samples", batch, samples);
  const double scale = step * static_cast<double>(samples) / static_cast<double>(batch);
  const MatrixXd moves = fit.jacobian(weights).transpose() * (scale * residual).asDiagonal();
  double sum = 0, batches = 0;
  for (unsigned chosen = 0; chosen < (1U << static_cast<unsigned>(samples)); ++chosen) {
    if (std::popcount(chosen) != static_cast<int>(batch)) continue;
    VectorXd moved = weights;
    for (Index i = 0; i < samples; ++i) {
      if (((chosen >> static_cast<unsigned>(i)) & 1U) != 0) moved -= moves.col(i);
    }
    sum += fit.loss(moved);
    ++batches;
  }
  return sum / batches;
}

}  // namespace asymptest::learning
