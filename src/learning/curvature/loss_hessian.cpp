#include "learning/curvature/loss_hessian.hpp"

#include "asymptest/require/require.hpp"
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
  require(labels.size() == inputs.cols(),
          "LossHessian: {} labels, expected one for each of {} inputs", labels.size(),
          inputs.cols());
  require_finite(labels, "vector of labels");
  const Architecture& architecture = network.architecture;
  const std::size_t last = architecture.layers() - 1;
  const VectorXd residual = pass.outputs - labels, output_slope = output_slopes(network, pass);
  seeds_ = output_slope.cwiseAbs2() +
           residual.cwiseProduct(derivative(architecture.output, 2, pass.preoutputs).col(0));
  samples_ = inputs.cols();
  slopes_.resize(last), curvatures_.resize(last);
  inputs_ = deltas_ = rates_ = Matrices(last + 1);
  for (std::size_t layer = 0; layer <= last; ++layer) {
    inputs_[layer] = MatrixXd::Zero(pass.inputs[layer].rows(), 2 * samples_);
    inputs_[layer].leftCols(samples_) = pass.inputs[layer];
    deltas_[layer].resize(network.weights[layer].rows(), 2 * samples_);
  }
  deltas_[last].rightCols(samples_) = residual.cwiseProduct(output_slope).transpose();
  for (std::size_t layer = last; layer-- > 0;) {
    const MatrixXd& z = pass.preactivations[layer];
    curvatures_[layer] = architecture.scale(layer + 1) * network.weights[layer + 1].transpose() *
                         deltas_[layer + 1].rightCols(samples_);
    slopes_[layer] = derivative(architecture.activation, 1, z);
    deltas_[layer].rightCols(samples_) = slopes_[layer].cwiseProduct(curvatures_[layer]);
    curvatures_[layer].array() *= derivative(architecture.activation, 2, z).array();
  }
}

void LossHessian::push_forward(const double* direction) {
  Read directions(direction);
  for (std::size_t layer = 0; layer < inputs_.size(); ++layer) {
    const MatrixXd& weights = network_.weights[layer];
    const double scale = network_.architecture.scale(layer);
    MatrixXd& rate = rates_[layer];
    rate.resize(weights.rows(), samples_);
    rate.noalias() = scale * directions.next(weights) * inputs_[layer].leftCols(samples_);
    if (layer > 0) rate.noalias() += scale * weights * inputs_[layer].rightCols(samples_);
    if (layer + 1 == inputs_.size()) break;
    inputs_[layer + 1].rightCols(samples_) = slopes_[layer].cwiseProduct(rate);
  }
}

void LossHessian::pull_back(const double* direction, double* product) {
  Read directions(direction + parameters_);
  Write products(product + parameters_);
  const std::size_t last = inputs_.size() - 1;
  deltas_[last].leftCols(samples_) = rates_[last].cwiseProduct(seeds_.transpose());
  for (std::size_t layer = last + 1; layer-- > 0;) {
    const MatrixXd& weights = network_.weights[layer];
    const double scale = network_.architecture.scale(layer);
    const MatrixXd& pair = deltas_[layer];
    auto block = products.previous(weights);
    if (layer == 0) {  // the inputs of the network don't change
      block.noalias() = scale * pair.leftCols(samples_) * inputs_[0].leftCols(samples_).transpose();
      break;
    }
    block.noalias() = scale * pair * inputs_[layer].transpose();
    auto below = deltas_[layer - 1].leftCols(samples_);
    below.noalias() = scale * directions.previous(weights).transpose() * pair.rightCols(samples_);
    below.noalias() += scale * weights.transpose() * pair.leftCols(samples_);
    below.array() = curvatures_[layer - 1].array() * rates_[layer - 1].array() +
                    slopes_[layer - 1].array() * below.array();
  }
}

void LossHessian::multiply(const VectorXd& direction, VectorXd& product) {
  require(direction.size() == parameters_,
          "LossHessian::multiply: the direction has {} entries, expected {}", direction.size(),
          parameters_);
  product.resize(parameters_);
  push_forward(direction.data());
  pull_back(direction.data(), product.data());
}

}  // namespace asymptest::learning
