#include "learning/kernels/infinite_width_kernel.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "asymptest/require/require.hpp"
#include "learning/spectra/require_finite.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using std::numbers::pi;

DualActivation arc_cosine(double p, double q, double c) {
  const double size = std::sqrt(p * q);
  if (size == 0) return {0, 0};
  const double cosine = std::clamp(c / size, -1.0, 1.0);
  const double angle = std::acos(cosine);
  const double sine = std::sqrt((1 - cosine) * (1 + cosine));
  return {size * (sine + (pi - angle) * cosine) / (2 * pi), (pi - angle) / (2 * pi)};
}

DualActivation arcsine(double p, double q, double c) {
  const double scale = (1 + 2 * p) * (1 + 2 * q);
  return {2 / pi * std::asin(2 * c / std::sqrt(scale)), 4 / pi / std::sqrt(scale - 4 * c * c)};
}

void require_covariance(double p, double q, double c) {
  // A covariance from a Gram matrix may pass √(pq) by rounding.
  constexpr double rounding = 1e-12;
  require(
      p >= 0 && q >= 0 && c * c <= p * q * (1 + rounding),
      "dual_activation: variances {}, {} and covariance {}, expected a positive semidefinite pair",
      p, q, c);
}

}  // namespace

DualActivation dual_activation(Activation activation, double p, double q, double c) {
  require_covariance(p, q, c);
  switch (activation) {
    case Activation::identity:
      return {c, 1};
    case Activation::relu:
      return arc_cosine(p, q, c);
    case Activation::erf:
      return arcsine(p, q, c);
    default:
      return dual_activation_by_quadrature(activation, p, q, c);
  }
}

DualActivation dual_activation_by_quadrature(Activation activation, double p, double q, double c) {
  require_covariance(p, q, c);
  constexpr double step = 0.125;
  constexpr int reach = 68;  // in steps, 8.5: a normal exceeds it with chance 2e-17
  const double along = p > 0 ? c / std::sqrt(p) : 0;
  const double across = std::sqrt(std::max(0.0, q - along * along));
  std::vector<double> nodes, weights;
  for (int k = -reach; k <= reach; ++k) {
    const double s = k * step;
    nodes.push_back(s);
    weights.push_back(step * std::exp(-s * s / 2) / std::sqrt(2 * pi));
  }
  DualActivation sum;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const ActivationJet u = jet(activation, std::sqrt(p) * nodes[i]);
    double product = 0, slope_product = 0;
    for (std::size_t j = 0; j < nodes.size(); ++j) {
      const ActivationJet v = jet(activation, along * nodes[i] + across * nodes[j]);
      product += weights[j] * v.value;
      slope_product += weights[j] * v.first;
    }
    sum.product += weights[i] * u.value * product;
    sum.slope_product += weights[i] * u.first * slope_product;
  }
  return sum;
}

MatrixXd infinite_width_kernel(Activation activation, int hidden_layers, const MatrixXd& inputs,
                               TrainedLayers trained) {
  require_finite(inputs, "matrix of inputs");
  require(hidden_layers >= 0, "hidden_layers is {}, expected at least 0", hidden_layers);
  MatrixXd covariance = inputs.transpose() * inputs / static_cast<double>(inputs.rows());
  MatrixXd kernel = covariance;
  const Index n = inputs.cols();
  for (int layer = 1; layer <= hidden_layers; ++layer) {
    const bool counted = layer < hidden_layers || trained == TrainedLayers::all;
    MatrixXd next(n, n);
    for (Index i = 0; i < n; ++i) {
      for (Index j = 0; j <= i; ++j) {
        const DualActivation dual =
            dual_activation(activation, covariance(i, i), covariance(j, j), covariance(i, j));
        next(i, j) = next(j, i) = dual.product;
        kernel(i, j) = kernel(j, i) =
            (counted ? dual.product : 0) + dual.slope_product * kernel(i, j);
      }
    }
    covariance = next;
  }
  return kernel;
}

}  // namespace asymptest::learning
