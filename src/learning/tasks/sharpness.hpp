#pragma once

#include "training_task.hpp"

namespace asymptest::learning::optimisation {

/// Steps that a run takes: most of them after the loss has met `converged_share`.
inline constexpr int sharpness_steps = 2000;

/// A run counts as converged if its last loss is below this share of the first. At a minimum that
/// is unstable by a share δ, rounding grows by e^(2δ) a step: from 1e-16 it would exceed what this
/// allows within 1700 steps for any δ above `stability_tolerance`.
inline constexpr double converged_share = 1e-18;
inline constexpr double stability_tolerance = 0.005;

/// The largest eigenvalue of ∇²L where gradient descent ends, in units of 1/λ_max(K(w₀)), and
/// whether it has converged.
struct Sharpness {
  double value = 0;
  bool converged = false;
};

/// Gradient descent from the task's start with h = `stretch`/λ_max(K(w₀)).
Sharpness sharpness_after(const TrainingTask& task, double stretch);

/// `width` neurons of tanh, two samples in R⁴.
TrainingTask narrow_task(Eigen::Index width, const Stream& random);

}  // namespace asymptest::learning::optimisation
