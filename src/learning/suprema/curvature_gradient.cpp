#include "learning/suprema/curvature_gradient.hpp"

#include "learning/networks/activation_smoothness.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// A vector and its first two derivatives in t.
struct Path {
  VectorXd value, first, second;
};

/// z = s·W·h along W + tV, where h runs along a path.
Path linear(const MatrixXd& weights, const MatrixXd& direction, const Path& h, double scale) {
  return {scale * (weights * h.value), scale * (direction * h.value + weights * h.first),
          scale * (2 * (direction * h.first) + weights * h.second)};
}

Eigen::MatrixX3d columns(const Path& path) {
  Eigen::MatrixX3d matrix(path.value.size(), 3);
  matrix << path.value, path.first, path.second;
  return matrix;
}

Path activated(Activation activation, const Path& z) {
  Path h{z.value, z.value, z.value};
  for (Index i = 0; i < z.value.size(); ++i) {
    const ActivationJet at = jet(activation, z.value[i]);
    h.value[i] = at.value;
    h.first[i] = at.first * z.first[i];
    h.second[i] = at.second * z.first[i] * z.first[i] + at.first * z.second[i];
  }
  return h;
}

/// From the derivatives of a function in h, h' and h'' to those in z, z' and z''.
Path pulled_through(Activation activation, const Path& z, const Path& by_h) {
  Path by_z = by_h;
  for (Index i = 0; i < z.value.size(); ++i) {
    const ActivationJet at = jet(activation, z.value[i]);
    const double third = third_derivative(activation, z.value[i], at);
    const double rate = z.first[i];
    by_z.value[i] = at.first * by_h.value[i] + at.second * rate * by_h.first[i] +
                    (third * rate * rate + at.second * z.second[i]) * by_h.second[i];
    by_z.first[i] = at.first * by_h.first[i] + 2 * at.second * rate * by_h.second[i];
    by_z.second[i] = at.first * by_h.second[i];
  }
  return by_z;
}

}  // namespace

Curvature curvature_along(const Network& network, const VectorXd& x,
                          const std::vector<MatrixXd>& direction) {
  require_consistent(network, x);
  require_direction(network, direction, "direction of curvature_along");
  const Architecture& architecture = network.architecture;
  const std::size_t layers = architecture.layers();
  const auto activation = [&](std::size_t layer) {
    return layer + 1 == layers ? architecture.output : architecture.activation;
  };
  std::vector<Path> inputs{{x, VectorXd::Zero(x.size()), VectorXd::Zero(x.size())}};
  std::vector<Path> preactivations;
  for (std::size_t layer = 0; layer < layers; ++layer) {
    preactivations.push_back(
        linear(network.weights[layer], direction[layer], inputs[layer], architecture.scale(layer)));
    inputs.push_back(activated(activation(layer), preactivations[layer]));
  }
  Curvature result{inputs.back().second[0], std::vector<MatrixXd>(layers)};
  Path by_h{VectorXd::Zero(1), VectorXd::Zero(1), VectorXd::Ones(1)};
  for (std::size_t layer = layers; layer-- > 0;) {
    const Path by_z = pulled_through(activation(layer), preactivations[layer], by_h);
    const double scale = architecture.scale(layer);
    result.gradient[layer] = scale * columns(by_z) * columns(inputs[layer]).transpose();
    const auto weights = network.weights[layer].transpose();
    const auto moves = direction[layer].transpose();
    by_h = {scale * (weights * by_z.value + moves * by_z.first),
            scale * (weights * by_z.first + 2 * (moves * by_z.second)),
            scale * (weights * by_z.second)};
  }
  return result;
}

}  // namespace asymptest::learning
