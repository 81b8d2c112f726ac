#pragma once

#include "training_task.hpp"

namespace asymptest::learning::optimisation {

/// Orthogonal inputs, |x|² = d = 4, the first of them twice, with labels that differ by `gap`: no
/// model fits them, and the least loss is (y₀ − y₁)²/4 = gap²/4.
struct Conflict {
  TrainingTask task;  ///< samples 0 and 1 share their input
  double gap = 0;

  [[nodiscard]] double least_loss() const { return gap * gap / 4; }
};

/// One hidden layer of tanh of width m on `distinct` different inputs, at most 4: distinct + 1
/// samples. Throws std::invalid_argument if there are more.
Conflict conflicting_task(Eigen::Index width, Eigen::Index distinct, double gap,
                          const Stream& random);

/// Weights of least loss, near the task's start: an exact fit of the distinct inputs to the mean
/// labels. Throws std::runtime_error if Levenberg–Marquardt finds none.
Eigen::VectorXd solution_of(const Conflict& conflict);

}  // namespace asymptest::learning::optimisation
