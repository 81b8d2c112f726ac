#include "learning/suprema/output_hessian_bound.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "asymptest/linear_algebra/cholesky.hpp"
#include "asymptest/require/require.hpp"
#include "learning/networks/activation_smoothness.hpp"
#include "learning/networks/propagation.hpp"
#include "learning/spectra/operator_norm.hpp"
#include "learning/spectra/require_finite.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

void require_smooth_ball(const Network& network, double radius) {
  require(network.architecture.output == Activation::identity,
          "output of the network is {}, expected identity", name_of(network.architecture.output));
  require(radius >= 0 && std::isfinite(radius),
          "radius is {}, expected a finite number of at least 0", radius);
}

/// The Gram matrix of the shorter side.
MatrixXd short_gram(const MatrixXd& matrix) {
  const bool tall = matrix.rows() > matrix.cols();
  MatrixXd gram = MatrixXd::Zero(std::min(matrix.rows(), matrix.cols()),
                                 std::min(matrix.rows(), matrix.cols()));
  if (tall) {
    gram.selfadjointView<Eigen::Lower>().rankUpdate(matrix.transpose());
  } else {
    gram.selfadjointView<Eigen::Lower>().rankUpdate(matrix);
  }
  return gram;
}

double estimated_norm(const MatrixXd& matrix) {
  Stream random({.suite_seed = 0, .claim = "operator norm bound", .point = "", .trial = 0});
  VectorXd start(matrix.cols());
  random.fill_normal({start.data(), static_cast<std::size_t>(start.size())});
  return std::sqrt(symmetric_operator_norm(
      [&](const double* in, double* out) {
        const VectorXd image = matrix * Eigen::Map<const VectorXd>(in, matrix.cols());
        Eigen::Map<VectorXd>(out, matrix.cols()) = matrix.transpose() * image;
      },
      start));
}

/// What holds of one layer everywhere in the ball.
struct LayerBounds {
  double scale = 0;   ///< s_l
  double weight = 0;  ///< |W_l|₂
  double input = 0;   ///< |h_{l−1}|
  double delta = 0;   ///< |δ_l|
  double back = 0;    ///< |b_l|_∞; 0 for the output layer
};

/// How far what the pass leaves can move within the ball; `norms` of the weights at its centre.
std::vector<LayerBounds> bounds_over_ball(const Network& network, const std::vector<double>& norms,
                                          const VectorXd& x, double radius) {
  const Architecture& architecture = network.architecture;
  const ActivationBounds bounds = bounds_of(architecture.activation);
  const ForwardPass pass = forward(network, x);
  const auto deltas = backward(network, pass);
  const std::size_t layers = architecture.layers();
  std::vector<LayerBounds> result(layers);
  std::vector<double> moved(layers);  // |z_l − z_l(w₀)|
  double input_moved = 0;
  for (std::size_t layer = 0; layer < layers; ++layer) {
    LayerBounds& here = result[layer];
    const double start = pass.inputs[layer].norm();
    here.scale = architecture.scale(layer);
    here.weight = norms[layer] + radius;
    here.input = start + input_moved;
    moved[layer] = here.scale * (here.weight * input_moved + radius * start);
    input_moved = bounds.slope * moved[layer];
  }
  result.back().delta = 1;
  double delta_moved = 0;  // |δ_l − δ_l(w₀)|
  for (std::size_t layer = layers - 1; layer-- > 0;) {
    const LayerBounds& above = result[layer + 1];
    const VectorXd back = above.scale * network.weights[layer + 1].transpose() * deltas[layer + 1];
    const double back_moved =
        above.scale * (above.weight * delta_moved + radius * deltas[layer + 1].norm());
    const double largest = back.cwiseAbs().maxCoeff();
    delta_moved = bounds.slope * back_moved + bounds.curvature * moved[layer] * largest;
    result[layer].delta = deltas[layer].norm() + delta_moved;
    result[layer].back = largest + back_moved;
  }
  return result;
}

/// The largest eigenvalue of the quadratic form in the |V_l|.
double largest_curvature(const std::vector<LayerBounds>& layers, const ActivationBounds& bounds) {
  const auto count = static_cast<Index>(layers.size());
  MatrixXd form = MatrixXd::Zero(count, count);
  VectorXd input_rate = VectorXd::Zero(count);  // |ḣ_{l−1}| ≤ input_rate · (|V_1|, |V_2|, …)
  for (Index layer = 0; layer < count; ++layer) {
    const LayerBounds& here = layers[static_cast<std::size_t>(layer)];
    const VectorXd unit = VectorXd::Unit(count, layer);
    const MatrixXd mixed = here.scale * here.delta * unit * input_rate.transpose();
    form += mixed + mixed.transpose();
    const VectorXd rate = here.scale * (here.input * unit + here.weight * input_rate);
    form += here.back * bounds.curvature * rate * rate.transpose();
    input_rate = bounds.slope * rate;
  }
  return symmetric_eigenvalues(form)[count - 1];
}

}  // namespace

double operator_norm_bound(const MatrixXd& matrix) {
  require_finite(matrix, "matrix of operator_norm_bound");  // else no bound would ever be confirmed
  if (std::min(matrix.rows(), matrix.cols()) == 1) return matrix.norm();
  const MatrixXd gram = short_gram(matrix);
  constexpr double slack = 1.005;
  for (double bound = slack * estimated_norm(matrix);; bound *= slack) {
    MatrixXd rest = -gram;
    rest.diagonal().array() += bound * bound;
    // A factorisation that succeeds proves positivity up to m·ε, far inside the next slack.
    if (Cholesky(rest).complete()) return bound;
  }
}

VectorXd output_hessian_bounds(const Network& network, const MatrixXd& inputs, double radius) {
  require_consistent(network, inputs);
  require_smooth_ball(network, radius);
  const ActivationBounds bounds = bounds_of(network.architecture.activation);
  std::vector<double> norms;
  for (const MatrixXd& weights : network.weights) norms.push_back(operator_norm_bound(weights));
  VectorXd result(inputs.cols());
  for (Index i = 0; i < inputs.cols(); ++i) {
    result[i] = largest_curvature(bounds_over_ball(network, norms, inputs.col(i), radius), bounds);
  }
  return result;
}

double output_hessian_bound(const Network& network, const VectorXd& x, double radius) {
  return output_hessian_bounds(network, x, radius)[0];
}

}  // namespace asymptest::learning
