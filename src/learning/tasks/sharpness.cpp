#include "sharpness.hpp"

#include <Eigen/Core>

#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "learning/tasks/sphere_points.hpp"
#include "learning/training/gradient_descent.hpp"

namespace asymptest::learning::optimisation {

namespace {

double largest_eigenvalue(const Eigen::MatrixXd& matrix) {
  const auto values = symmetric_eigenvalues(matrix);
  return values[values.size() - 1];
}

}  // namespace

Sharpness sharpness_after(const TrainingTask& task, double stretch) {
  const double first = largest_eigenvalue(task.fit.kernel(task.start));
  const Descent run = gradient_descent(task.fit, task.start, stretch / first, sharpness_steps);
  if (!(run.losses.back() < converged_share * run.losses.front())) return {};
  // At a residual of 1e-9 the kernel has the Hessian's nonzero eigenvalues to as many digits.
  return {largest_eigenvalue(task.fit.kernel(run.weights)) / first, true};
}

TrainingTask narrow_task(Eigen::Index width, const Stream& random) {
  constexpr Eigen::Index samples = 2;
  return training_task(uniform_architecture(input_dimension, width, 1), samples, random);
}

}  // namespace asymptest::learning::optimisation
