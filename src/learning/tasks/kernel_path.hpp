#pragma once

#include "training_task.hpp"

namespace asymptest::learning::optimisation {

/// A run of gradient descent, by what the tangent kernel does on it.
struct KernelPath {
  double first_norm = 0;      ///< |K(w_0)|₂
  double largest_change = 0;  ///< max over t = 1 … T of |K(w_t) − K(w_0)|₂
};

/// Gradient descent from the task's start. Throws std::invalid_argument as `gradient_descent` does.
KernelPath kernel_path(const TrainingTask& task, double step, int steps);

/// 1/(2·|K(w_0)|₂), a quarter of the longest stable step.
double cautious_step(const TrainingTask& task);

}  // namespace asymptest::learning::optimisation
