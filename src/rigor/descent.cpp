#include "rigor/descent.hpp"

#include <cmath>

namespace asymptest::rigor {

using Eigen::MatrixXd;
using Eigen::VectorXd;

ShallowProblem descended(ShallowProblem problem, const Descent& descent) {
  validate(problem);
  const double scale = 1 / std::sqrt(static_cast<double>(problem.width()));
  for (int t = 0; t < descent.most_steps; ++t) {
    const MatrixXd values = (problem.hidden * problem.inputs.transpose()).array().tanh();
    const VectorXd residual = scale * (values.transpose() * problem.output) - problem.labels;
    if (residual.norm() <= descent.goal) break;
    const VectorXd weighted = descent.step_size * scale * residual;
    const MatrixXd slopes = problem.output.asDiagonal() * (1 - values.array().square()).matrix();
    problem.output -= values * weighted;
    problem.hidden -= slopes * weighted.asDiagonal() * problem.inputs;
  }
  return problem;
}

DeepProblem descended(DeepProblem problem, const Descent& descent) {
  validate(problem);
  const double scale = 1 / std::sqrt(static_cast<double>(problem.width()));
  for (int t = 0; t < descent.most_steps; ++t) {
    const MatrixXd features = scale * (problem.first * problem.inputs.transpose()).array().tanh();
    const MatrixXd values = (problem.second * features).array().tanh();
    const VectorXd residual = scale * (values.transpose() * problem.output) - problem.labels;
    if (residual.norm() <= descent.goal) break;
    const VectorXd weighted = descent.step_size * scale * residual;
    // One row a neuron, one column a sample: the loss's slope in the second pre-activation.
    const MatrixXd slopes = problem.output.asDiagonal() * (1 - values.array().square()).matrix() *
                            weighted.asDiagonal();
    // tanh'(Ux) = 1 − m φ².
    const MatrixXd below = scale * ((problem.second.transpose() * slopes).array() *
                                    (1 - (features.array() / scale).square()));
    problem.output -= values * weighted;
    problem.second -= slopes * features.transpose();
    problem.first -= below * problem.inputs;
  }
  return problem;
}

}  // namespace asymptest::rigor
