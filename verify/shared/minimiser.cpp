#include "minimiser.hpp"

#include <stdexcept>

#include "asymptest/linear_algebra/cholesky.hpp"
#include "asymptest/require/require.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "learning/tasks/training_task.hpp"
#include "learning/training/levenberg_marquardt.hpp"
#include "random_networks.hpp"

namespace asymptest::learning::optimisation {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

Minimiser network_minimiser(Index width, Index samples, const Stream& random) {
  constexpr int most_draws = 100;
  const Architecture architecture = uniform_architecture(input_dimension, width, 1);
  for (int attempt = 0; attempt < most_draws; ++attempt) {
    const TrainingTask task =
        training_task(architecture, samples, random.substream("task " + std::to_string(attempt)));
    const auto found = levenberg_marquardt(task.fit, task.start);
    if (!found.exact) continue;
    const VectorXd values = symmetric_eigenvalues(task.fit.kernel(found.weights));
    if (values[samples - 1] < most_kernel_condition * values[0]) return {task.fit, found.weights};
  }
  throw std::runtime_error(message(
      "no exact fit of condition below 1e5 in 100 draws, width {}, {} samples", width, samples));
}

VectorXd unit_vector(Index size, Stream random) { return normal_vector(size, random).normalized(); }

VectorXd tangent_vector(const Minimiser& at, Stream random) {
  const VectorXd any = unit_vector(at.weights.size(), random);
  const MatrixXd rows = at.fit.jacobian(at.weights);
  const MatrixXd kernel = rows * rows.transpose();
  return (any - rows.transpose() * pivoted_solve(kernel, rows * any)).normalized();
}

CurvatureRange curvature_at(const Minimiser& at, double distance, const VectorXd& direction) {
  const VectorXd values = symmetric_eigenvalues(at.fit.hessian(at.weights + distance * direction));
  return {values[0], values[values.size() - 1]};
}

}  // namespace asymptest::learning::optimisation
