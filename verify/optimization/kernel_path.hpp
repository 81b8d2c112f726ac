#pragma once

#include "training_task.hpp"

namespace asymptest::learning::optimization {

/// A run of gradient descent, by what the tangent kernel does on it.
struct KernelPath {
  double first_norm = 0;      ///< |K(w_0)|₂
  double largest_change = 0;  ///< max over t = 1 … T of |K(w_t) − K(w_0)|₂
};

/// Gradient descent from the task's start with the step 1/(2·|K(w_0)|₂).
KernelPath kernel_path(const TrainingTask& task, int steps);

}  // namespace asymptest::learning::optimization
