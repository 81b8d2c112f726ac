#include "learning/networks/propagation.hpp"

namespace asymptest::learning {

using Eigen::MatrixXd;

void forward(const Network& network, const MatrixXd& inputs, ForwardPass& pass) {
  require_consistent(network, inputs);
  const Architecture& architecture = network.architecture;
  const std::size_t last = architecture.layers() - 1;
  pass.inputs.resize(last + 1);
  pass.preactivations.resize(last);
  pass.inputs[0] = inputs;
  for (std::size_t layer = 0; layer < last; ++layer) {
    MatrixXd& z = pass.preactivations[layer];
    z.resize(architecture.widths[layer + 1], inputs.cols());
    z.noalias() = architecture.scale(layer) * network.weights[layer] * pass.inputs[layer];
    evaluate(architecture.activation, z, pass.inputs[layer + 1]);
  }
  pass.preoutputs = architecture.scale(last) *
                    (pass.inputs[last].transpose() * network.weights[last].transpose());
  pass.outputs = derivative(architecture.output, 0, pass.preoutputs);
}

ForwardPass forward(const Network& network, const MatrixXd& inputs) {
  ForwardPass pass;
  forward(network, inputs, pass);
  return pass;
}

void backward(const Network& network, const ForwardPass& pass, std::vector<MatrixXd>& deltas) {
  const Architecture& architecture = network.architecture;
  deltas.resize(architecture.layers());
  deltas.back() = MatrixXd::Ones(1, pass.preoutputs.size());
  for (std::size_t layer = architecture.layers() - 1; layer-- > 0;) {
    deltas[layer].resizeLike(pass.preactivations[layer]);
    deltas[layer].noalias() = network.weights[layer + 1].transpose() * deltas[layer + 1];
    multiply_by_slopes(architecture.activation, pass.preactivations[layer], pass.inputs[layer + 1],
                       architecture.scale(layer + 1), deltas[layer]);
  }
}

std::vector<MatrixXd> backward(const Network& network, const ForwardPass& pass) {
  std::vector<MatrixXd> deltas;
  backward(network, pass, deltas);
  return deltas;
}

Eigen::VectorXd output_slopes(const Network& network, const ForwardPass& pass) {
  return derivative(network.architecture.output, 1, pass.preoutputs);
}

}  // namespace asymptest::learning
