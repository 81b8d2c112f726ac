#include "learning/networks/propagation.hpp"

namespace asymptest::learning {

using Eigen::MatrixXd;

ForwardPass forward(const Network& network, const MatrixXd& inputs) {
  require_consistent(network, inputs);
  const Architecture& architecture = network.architecture;
  ForwardPass pass;
  pass.inputs.push_back(inputs);
  const std::size_t last = architecture.layers() - 1;
  for (std::size_t layer = 0; layer < last; ++layer) {
    MatrixXd z = network.weights[layer] * pass.inputs[layer];
    z *= architecture.scale(layer);
    pass.inputs.push_back(derivative(architecture.activation, 0, z));
    pass.preactivations.push_back(std::move(z));
  }
  pass.preoutputs = architecture.scale(last) *
                    (pass.inputs[last].transpose() * network.weights[last].transpose());
  pass.outputs = derivative(architecture.output, 0, pass.preoutputs);
  return pass;
}

std::vector<MatrixXd> backward(const Network& network, const ForwardPass& pass) {
  const Architecture& architecture = network.architecture;
  std::vector<MatrixXd> deltas(architecture.layers());
  deltas.back() = MatrixXd::Ones(1, pass.preoutputs.size());
  for (std::size_t layer = architecture.layers() - 1; layer-- > 0;) {
    deltas[layer] = network.weights[layer + 1].transpose() * deltas[layer + 1];
    multiply_by_slopes(architecture.activation, pass.preactivations[layer], pass.inputs[layer + 1],
                       architecture.scale(layer + 1), deltas[layer]);
  }
  return deltas;
}

Eigen::VectorXd output_slopes(const Network& network, const ForwardPass& pass) {
  return derivative(network.architecture.output, 1, pass.preoutputs);
}

}  // namespace asymptest::learning
