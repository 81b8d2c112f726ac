#include "learning/networks/loss_hessian.hpp"

#include <stdexcept>
#include <string>
#include <utility>

#include "learning/spectra/require_finite.hpp"

namespace asymptest::learning {

using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// A flat vector of weights, layer by layer, up or down from where it is entered.
template <class Matrix, class Number>
class Blocks {
 public:
  explicit Blocks(Number* at) : at_(at) {}
  Eigen::Map<Matrix> next(const MatrixXd& like) {
    at_ += like.size();
    return {at_ - like.size(), like.rows(), like.cols()};
  }
  Eigen::Map<Matrix> previous(const MatrixXd& like) {
    at_ -= like.size();
    return {at_, like.rows(), like.cols()};
  }

 private:
  Number* at_;
};

using Read = Blocks<const MatrixXd, const double>;
using Write = Blocks<MatrixXd, double>;

}  // namespace

LossHessian::LossHessian(const Network& network, const MatrixXd& inputs, const VectorXd& labels)
    : network_(network), parameters_(network.parameters()) {
  ForwardPass pass = forward(network, inputs);
  if (labels.size() != inputs.cols()) {
    throw std::invalid_argument("LossHessian: " + std::to_string(labels.size()) +
                                " labels, expected one for each of " +
                                std::to_string(inputs.cols()) + " inputs");
  }
  require_finite(labels, "vector of labels");
  const Architecture& architecture = network.architecture;
  const std::size_t last = architecture.layers() - 1;
  const VectorXd residual = pass.outputs - labels, output_slope = output_slopes(network, pass);
  seeds_ = output_slope.cwiseAbs2() +
           residual.cwiseProduct(derivative(architecture.output, 2, pass.preoutputs).col(0));
  deltas_.resize(last + 1), slopes_.resize(last), curvatures_.resize(last);
  deltas_[last] = residual.cwiseProduct(output_slope).transpose();
  for (std::size_t layer = last; layer-- > 0;) {
    const MatrixXd& z = pass.preactivations[layer];
    curvatures_[layer] =
        architecture.scale(layer + 1) * network.weights[layer + 1].transpose() * deltas_[layer + 1];
    slopes_[layer] = derivative(architecture.activation, 1, z);
    deltas_[layer] = slopes_[layer].cwiseProduct(curvatures_[layer]);
    curvatures_[layer].array() *= derivative(architecture.activation, 2, z).array();
  }
  inputs_ = std::move(pass.inputs);
  rates_ = input_rates_ = delta_rates_ = Matrices(last + 1);
}

void LossHessian::push_forward(const double* direction) {
  Read directions(direction);
  for (std::size_t layer = 0; layer < inputs_.size(); ++layer) {
    const MatrixXd& weights = network_.weights[layer];
    const double scale = network_.architecture.scale(layer);
    MatrixXd& rate = rates_[layer];
    rate.resize(weights.rows(), inputs_[layer].cols());
    rate.noalias() = scale * directions.next(weights) * inputs_[layer];
    if (layer > 0) rate.noalias() += scale * weights * input_rates_[layer];
    if (layer + 1 == inputs_.size()) break;
    input_rates_[layer + 1] = slopes_[layer].cwiseProduct(rate);
  }
}

void LossHessian::pull_back(const double* direction, double* product) {
  Read directions(direction + parameters_);
  Write products(product + parameters_);
  const std::size_t last = inputs_.size() - 1;
  delta_rates_[last] = rates_[last].cwiseProduct(seeds_.transpose());
  for (std::size_t layer = last + 1; layer-- > 0;) {
    const MatrixXd& weights = network_.weights[layer];
    const double scale = network_.architecture.scale(layer);
    const MatrixXd& rate = delta_rates_[layer];
    auto block = products.previous(weights);
    block.noalias() = scale * rate * inputs_[layer].transpose();
    if (layer == 0) break;
    block.noalias() += scale * deltas_[layer] * input_rates_[layer].transpose();
    MatrixXd& below = delta_rates_[layer - 1];
    below.resizeLike(slopes_[layer - 1]);
    below.noalias() = scale * directions.previous(weights).transpose() * deltas_[layer];
    below.noalias() += scale * weights.transpose() * rate;
    below.array() = curvatures_[layer - 1].array() * rates_[layer - 1].array() +
                    slopes_[layer - 1].array() * below.array();
  }
}

void LossHessian::multiply(const VectorXd& direction, VectorXd& product) {
  if (direction.size() != parameters_) {
    throw std::invalid_argument("LossHessian::multiply: the direction has " +
                                std::to_string(direction.size()) + " entries, expected " +
                                std::to_string(parameters_));
  }
  product.resize(parameters_);
  push_forward(direction.data());
  pull_back(direction.data(), product.data());
}

}  // namespace asymptest::learning
