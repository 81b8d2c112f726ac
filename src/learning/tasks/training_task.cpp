#include "training_task.hpp"

#include "learning/networks/gradient.hpp"
#include "learning/tasks/sphere_points.hpp"

namespace asymptest::learning::optimisation {

using Eigen::VectorXd;

TrainingTask TrainingTask::with_labels(const VectorXd& others) const {
  return {architecture, inputs, others, start, network_fit(architecture, inputs, others)};
}

TrainingTask TrainingTask::with_inputs(const Eigen::MatrixXd& others) const {
  return {architecture, others, labels, start, network_fit(architecture, others, labels)};
}

TrainingTask training_task(const Architecture& architecture, Eigen::Index samples,
                           const Stream& random) {
  const Network network = initialise(architecture, random.substream("weights"));
  const auto inputs = sphere_points(architecture.widths[0], samples, random.substream("inputs"));
  const VectorXd labels = normal_vector(samples, random.substream("labels"));
  return {architecture, inputs, labels, flatten(network.weights),
          network_fit(architecture, inputs, labels)};
}

VectorXd normal_vector(Eigen::Index size, Stream random) {
  VectorXd values(size);
  random.fill_normal({values.data(), static_cast<std::size_t>(size)});
  return values;
}

}  // namespace asymptest::learning::optimisation
