#include "learning/curvature/output_hessian.hpp"

#include <cmath>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

VectorXd unit(const VectorXd& vector) {
  const double norm = vector.norm();
  return norm > 0 ? VectorXd(vector / norm) : VectorXd(VectorXd::Zero(vector.size()));
}

}  // namespace

OutputHessian::OutputHessian(const Network& network, const VectorXd& x) : network_(network) {
  const ForwardPass pass = forward(network, x);
  const Architecture& architecture = network.architecture;
  const auto deltas = backward(network, pass);
  for (std::size_t layer = 0; layer < deltas.size(); ++layer) {
    inputs_.emplace_back(pass.inputs[layer].col(0));
    deltas_.emplace_back(deltas[layer].col(0));
    unit_inputs_.push_back(unit(inputs_.back()));
    unit_deltas_.push_back(unit(deltas_.back()));
    compressed_size_ += deltas_.back().size() + (layer > 0 ? inputs_.back().size() : 0);
    if (layer + 1 == deltas.size()) break;
    const VectorXd z = pass.preactivations[layer].col(0);
    slopes_.emplace_back(derivative(architecture.activation, 1, z));
    curvatures_.emplace_back(derivative(architecture.activation, 2, z));
    backs_.emplace_back(architecture.scale(layer + 1) *
                        (network.weights[layer + 1].transpose() * deltas[layer + 1].col(0)));
  }
  output_ = jet(architecture.output, pass.preoutputs[0]);
}

double OutputHessian::push_forward(const Vectors& p, Tangents& result, Vectors& rates) const {
  const std::size_t last = deltas_.size() - 1;
  result.inputs[0] = VectorXd::Zero(inputs_[0].size());
  for (std::size_t layer = 0; layer <= last; ++layer) {
    rates[layer] = p[layer];
    if (layer > 0) rates[layer].noalias() += network_.weights[layer] * result.inputs[layer];
    rates[layer] *= network_.architecture.scale(layer);
    if (layer < last) result.inputs[layer + 1] = slopes_[layer].cwiseProduct(rates[layer]);
  }
  return rates[last][0];
}

OutputHessian::Tangents OutputHessian::tangents(const Vectors& p, const Vectors& q) const {
  const std::size_t layers = deltas_.size();
  Tangents result{Vectors(layers), Vectors(layers)};
  Vectors rates(layers);
  const double output_rate = push_forward(p, result, rates);
  result.deltas.back() = VectorXd::Zero(1);
  for (std::size_t layer = layers - 1; layer-- > 0;) {
    VectorXd pulled = q[layer + 1];
    pulled.noalias() += network_.weights[layer + 1].transpose() * result.deltas[layer + 1];
    pulled *= network_.architecture.scale(layer + 1);
    result.deltas[layer] =
        curvatures_[layer].cwiseProduct(rates[layer]).cwiseProduct(backs_[layer]) +
        slopes_[layer].cwiseProduct(pulled);
  }
  for (std::size_t layer = 0; layer < layers; ++layer) {
    result.deltas[layer] =
        output_.first * result.deltas[layer] + output_.second * output_rate * deltas_[layer];
    result.inputs[layer] *= output_.first;
  }
  return result;
}

std::vector<MatrixXd> OutputHessian::multiply(const std::vector<MatrixXd>& direction) const {
  require_direction(network_, direction, "direction of OutputHessian::multiply");
  Vectors p, q;
  for (std::size_t layer = 0; layer < deltas_.size(); ++layer) {
    p.emplace_back(direction[layer] * inputs_[layer]);
    q.emplace_back(direction[layer].transpose() * deltas_[layer]);
  }
  const Tangents rates = tangents(p, q);
  std::vector<MatrixXd> product;
  for (std::size_t layer = 0; layer < deltas_.size(); ++layer) {
    product.emplace_back(network_.architecture.scale(layer) *
                         (rates.deltas[layer] * inputs_[layer].transpose() +
                          deltas_[layer] * rates.inputs[layer].transpose()));
  }
  return product;
}

void OutputHessian::multiply_compressed(const double* in, double* out) const {
  const std::size_t layers = deltas_.size();
  Vectors p, q;
  for (std::size_t layer = 0; layer < layers; ++layer) {
    const VectorXd a = Eigen::Map<const VectorXd>(in, deltas_[layer].size());
    in += a.size();
    p.emplace_back(a * inputs_[layer].norm());
    q.emplace_back(unit_inputs_[layer] * a.dot(deltas_[layer]));
    if (layer == 0) continue;
    VectorXd b = Eigen::Map<const VectorXd>(in, inputs_[layer].size());
    in += b.size();
    b -= unit_inputs_[layer] * unit_inputs_[layer].dot(b);
    q.back() += b * deltas_[layer].norm();
  }
  const Tangents rates = tangents(p, q);
  for (std::size_t layer = 0; layer < layers; ++layer) {
    const double scale = network_.architecture.scale(layer);
    const double along = unit_inputs_[layer].dot(rates.inputs[layer]);
    Eigen::Map<VectorXd> a(out, deltas_[layer].size());
    out += a.size();
    a = scale * (inputs_[layer].norm() * rates.deltas[layer] + along * deltas_[layer]);
    if (layer == 0) continue;
    Eigen::Map<VectorXd> b(out, inputs_[layer].size());
    out += b.size();
    b = scale * deltas_[layer].norm() * (rates.inputs[layer] - along * unit_inputs_[layer]);
  }
}

std::vector<MatrixXd> OutputHessian::expand(const VectorXd& compressed) const {
  require(compressed.size() == compressed_size_,
          "OutputHessian::expand: {} coordinates, expected {}", compressed.size(),
          compressed_size_);
  std::vector<MatrixXd> direction;
  Index at = 0;
  for (std::size_t layer = 0; layer < deltas_.size(); ++layer) {
    const auto a = compressed.segment(at, deltas_[layer].size());
    at += a.size();
    direction.emplace_back(a * unit_inputs_[layer].transpose());
    if (layer == 0) continue;
    VectorXd b = compressed.segment(at, inputs_[layer].size());
    at += b.size();
    b -= unit_inputs_[layer] * unit_inputs_[layer].dot(b);
    direction.back() += unit_deltas_[layer] * b.transpose();
  }
  return direction;
}

SymmetricMap OutputHessian::compressed_map() const {
  return [this](const double* in, double* out) { multiply_compressed(in, out); };
}

LeadingPairs OutputHessian::leading(int count, Stream random) const {
  VectorXd start(compressed_size_);
  random.fill_normal({start.data(), static_cast<std::size_t>(start.size())});
  return leading_pairs(compressed_map(), start, count);
}

LeadingPairs OutputHessian::leading_near(const VectorXd& compressed) const {
  require(compressed.size() == compressed_size_,
          "OutputHessian::leading_near: {} coordinates, expected {}", compressed.size(),
          compressed_size_);
  return leading_pair_near(compressed_map(), compressed);
}

double OutputHessian::norm(const Stream& random) const {
  return std::abs(leading(1, random).values[0]);
}

double output_hessian_norm(const Network& network, const VectorXd& x, const Stream& random) {
  return OutputHessian(network, x).norm(random.substream("lanczos"));
}

}  // namespace asymptest::learning
