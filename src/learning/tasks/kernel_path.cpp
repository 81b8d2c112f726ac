#include "kernel_path.hpp"

#include <algorithm>
#include <utility>

#include "learning/kernels/tangent_kernel.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "learning/training/gradient_descent.hpp"

namespace asymptest::learning::optimisation {

using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

MatrixXd kernel_at(const TrainingTask& task, const VectorXd& weights) {
  return tangent_kernel(network_with(task.architecture, weights), task.inputs);
}

double spectral_norm(const MatrixXd& symmetric) {
  return symmetric_eigenvalues(symmetric).cwiseAbs().maxCoeff();
}

}  // namespace

KernelPath kernel_path(const TrainingTask& task, double step, int steps) {
  const MatrixXd first = kernel_at(task, task.start);
  KernelPath path{.first_norm = spectral_norm(first)};
  VectorXd weights = task.start;
  for (int t = 0; t < steps; ++t) {
    weights = gradient_descent(task.fit, std::move(weights), step, 1).weights;
    const double change = spectral_norm(kernel_at(task, weights) - first);
    path.largest_change = std::max(path.largest_change, change);
  }
  return path;
}

double cautious_step(const TrainingTask& task) {
  return 0.5 / spectral_norm(kernel_at(task, task.start));
}

}  // namespace asymptest::learning::optimisation
