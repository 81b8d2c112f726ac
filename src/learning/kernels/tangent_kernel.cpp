#include "learning/kernels/tangent_kernel.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

/// The lower triangle of AᵀA; the other one is left as it is.
void write_gram(const MatrixXd& matrix, MatrixXd& lower) {
  lower.resize(matrix.cols(), matrix.cols());
  lower.triangularView<Eigen::Lower>().setZero();
  lower.selfadjointView<Eigen::Lower>().rankUpdate(matrix.transpose());
}

}  // namespace

void TangentKernel::add_layer(double scale, const MatrixXd& delta, const MatrixXd& input) {
  write_gram(delta, delta_gram_);
  write_gram(input, input_gram_);
  for (Index j = 0; j < kernel_.cols(); ++j) {
    const Index below = kernel_.rows() - j;
    kernel_.col(j).tail(below).array() += scale * scale * delta_gram_.col(j).tail(below).array() *
                                          input_gram_.col(j).tail(below).array();
  }
}

const MatrixXd& TangentKernel::operator()(const Network& network, const MatrixXd& inputs,
                                          TrainedLayers trained) {
  forward(network, inputs, pass_);
  backward(network, pass_, deltas_);
  const std::size_t layers = deltas_.size() - (trained == TrainedLayers::hidden_only ? 1 : 0);
  kernel_.setZero(inputs.cols(), inputs.cols());
  for (std::size_t layer = 0; layer < layers; ++layer) {
    add_layer(network.architecture.scale(layer), deltas_[layer], pass_.inputs[layer]);
  }
  const Eigen::VectorXd slopes = output_slopes(network, pass_);
  for (Index j = 0; j < kernel_.cols(); ++j) {
    for (Index i = j; i < kernel_.rows(); ++i) {
      kernel_(i, j) *= slopes[i] * slopes[j];
      kernel_(j, i) = kernel_(i, j);
    }
  }
  return kernel_;
}

MatrixXd tangent_kernel(const Network& network, const MatrixXd& inputs, TrainedLayers trained) {
  return TangentKernel()(network, inputs, trained);
}

}  // namespace asymptest::learning
