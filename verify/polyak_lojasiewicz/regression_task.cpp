#include "regression_task.hpp"

#include <cmath>
#include <stdexcept>

#include "learning/networks/gradient.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation {
namespace {

constexpr Eigen::Index samples = 5;

RegressionTask draw(const Point& at, Stream random) {
  constexpr Activation activations[] = {Activation::tanh, Activation::erf, Activation::softplus,
                                        Activation::relu};
  Architecture architecture =
      uniform_architecture(input_dimension, at.count("m"), static_cast<int>(at.count("L")));
  architecture.activation = activations[random.below(std::size(activations))];
  Network network = initialise(architecture, random.substream("weights"));
  const double scale = std::pow(10, random.uniform(-0.5, 0.5));
  for (Eigen::MatrixXd& weights : network.weights) weights *= scale;
  Eigen::MatrixXd inputs = sphere_points(input_dimension, samples, random.substream("inputs"));
  auto pairs = left_singular_pairs(jacobian(network, inputs));
  return {std::move(network), std::move(inputs), std::move(pairs)};
}

}  // namespace

double RegressionTask::smallest_eigenvalue() const {
  return std::pow(jacobian.values[jacobian.values.size() - 1], 2);
}

Eigen::VectorXd RegressionTask::eigenvector(int k) const {
  return jacobian.vectors.col(jacobian.vectors.cols() - 1 - k);
}

RegressionTask random_task(const Point& at, const Stream& random) {
  constexpr int most_draws = 100;
  for (int attempt = 0; attempt < most_draws; ++attempt) {
    RegressionTask task = draw(at, random.substream("task " + std::to_string(attempt)));
    const Eigen::VectorXd& values = task.jacobian.values;
    // Strictly: a network whose every ReLU is dead has the Jacobian 0.
    if (values[0] < most_condition * values[values.size() - 1]) return task;
  }
  throw std::runtime_error("no Jacobian of condition below 1e5 in 100 draws at " + at.key());
}

double half_squared_gradient(const RegressionTask& task, const Eigen::VectorXd& residual) {
  double sum = 0;
  for (const auto& layer : weighted_gradient(task.network, task.inputs, residual)) {
    sum += layer.squaredNorm();
  }
  return sum / 2;
}

Eigen::VectorXd random_residual(const RegressionTask& task, Stream random) {
  Eigen::VectorXd noise(task.inputs.cols());
  random.fill_normal({noise.data(), static_cast<std::size_t>(noise.size())});
  const double size = std::pow(10, random.uniform(-3, 1));
  return task.eigenvector(0) + size / std::sqrt(static_cast<double>(noise.size())) * noise;
}

}  // namespace asymptest::learning::optimisation
