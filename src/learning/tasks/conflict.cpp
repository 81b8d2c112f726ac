#include "conflict.hpp"

#include <cmath>
#include <stdexcept>

#include "asymptest/require/require.hpp"
#include "learning/tasks/sphere_points.hpp"
#include "learning/training/levenberg_marquardt.hpp"

namespace asymptest::learning::optimisation {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

Conflict conflicting_task(Index width, Index distinct, double gap, const Stream& random) {
  require(distinct >= 1 && distinct <= input_dimension, "{} distinct inputs, expected 1 to {}",
          distinct, input_dimension);
  const TrainingTask drawn =
      training_task(uniform_architecture(input_dimension, width, 1), distinct + 1, random);
  const double length = std::sqrt(static_cast<double>(input_dimension));
  MatrixXd inputs(input_dimension, distinct + 1);
  inputs << length * VectorXd::Unit(input_dimension, 0),
      length * MatrixXd::Identity(input_dimension, distinct);
  VectorXd labels = drawn.labels;
  labels[1] = labels[0] + gap;
  return {drawn.with_inputs(inputs).with_labels(labels), gap};
}

VectorXd solution_of(const Conflict& conflict) {
  const TrainingTask& task = conflict.task;
  const Index distinct = task.labels.size() - 1;
  VectorXd labels = task.labels.tail(distinct);
  labels[0] -= conflict.gap / 2;
  const auto fit = network_fit(task.architecture, task.inputs.rightCols(distinct), labels);
  const auto found = levenberg_marquardt(fit, task.start);
  if (!found.exact) throw std::runtime_error("the distinct inputs could not be fitted exactly");
  return found.weights;
}

}  // namespace asymptest::learning::optimisation
