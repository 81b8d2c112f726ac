#include "learning/networks/gradient.hpp"

#include "asymptest/require/require.hpp"
#include "learning/networks/propagation.hpp"

namespace asymptest::learning {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

VectorXd outputs(const Network& network, const MatrixXd& inputs) {
  return forward(network, inputs).outputs;
}

std::vector<MatrixXd> weighted_gradient(const Network& network, const MatrixXd& inputs,
                                        const VectorXd& coefficients) {
  require(coefficients.size() == inputs.cols(),
          "weighted_gradient: {} coefficients, expected one for each of {} inputs",
          coefficients.size(), inputs.cols());
  const ForwardPass pass = forward(network, inputs);
  const auto deltas = backward(network, pass);
  const VectorXd factors = coefficients.cwiseProduct(output_slopes(network, pass));
  std::vector<MatrixXd> gradient;
  for (std::size_t layer = 0; layer < deltas.size(); ++layer) {
    gradient.emplace_back(network.architecture.scale(layer) * deltas[layer] * factors.asDiagonal() *
                          pass.inputs[layer].transpose());
  }
  return gradient;
}

MatrixXd jacobian(const Network& network, const MatrixXd& inputs) {
  const ForwardPass pass = forward(network, inputs);
  const auto deltas = backward(network, pass);
  const VectorXd slopes = output_slopes(network, pass);
  MatrixXd result(inputs.cols(), network.parameters());
  for (Index sample = 0; sample < inputs.cols(); ++sample) {
    Index column = 0;
    for (std::size_t layer = 0; layer < deltas.size(); ++layer) {
      const double factor = network.architecture.scale(layer) * slopes[sample];
      const auto delta = deltas[layer].col(sample);
      const auto input = pass.inputs[layer].col(sample);
      for (Index j = 0; j < input.size(); ++j, column += delta.size()) {
        result.block(sample, column, 1, delta.size()) = factor * input[j] * delta.transpose();
      }
    }
  }
  return result;
}

VectorXd flatten(const std::vector<MatrixXd>& weights) {
  Index size = 0;
  for (const auto& layer : weights) size += layer.size();
  VectorXd flat(size);
  Index at = 0;
  for (const auto& layer : weights) {
    flat.segment(at, layer.size()) = layer.reshaped();
    at += layer.size();
  }
  return flat;
}

void unflatten(const VectorXd& flat, std::vector<MatrixXd>& weights) {
  Index size = 0;
  for (const auto& layer : weights) size += layer.size();
  require(size == flat.size(), "unflatten: {} numbers, expected one for each of {} weights",
          flat.size(), size);
  Index at = 0;
  for (auto& layer : weights) {
    layer = flat.segment(at, layer.size()).reshaped(layer.rows(), layer.cols());
    at += layer.size();
  }
}

Network network_with(const Architecture& architecture, const VectorXd& flat) {
  Network network{architecture, {}};
  for (std::size_t layer = 0; layer < architecture.layers(); ++layer) {
    const bool last = layer + 1 == architecture.layers();
    network.weights.emplace_back(last ? 1 : architecture.widths[layer + 1],
                                 architecture.widths[layer]);
  }
  unflatten(flat, network.weights);
  return network;
}

}  // namespace asymptest::learning
