#include "learning/curvature/shallow_hessian.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>

#include "asymptest/require/require.hpp"
#include "learning/networks/activation_smoothness.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

void require_shallow(const Network& network, const VectorXd& x) {
  require_consistent(network, x);
  require(
      network.weights.size() == 2 && network.architecture.output == Activation::identity,
      "network has {} hidden layers and output {}, expected one hidden layer and output identity",
      network.weights.size() - 1, name_of(network.architecture.output));
}

/// The scales that turn (v, z) into a block.
struct BlockScales {
  explicit BlockScales(const Network& network, const VectorXd& x)
      : input(network.architecture.scale(0) * x.norm()), output(network.architecture.scale(1)) {}
  [[nodiscard]] double norm(const ActivationJet& at, double v, TrainedLayers trained) const {
    return block_norm(output * input * input * v * at.second, output * input * at.first, trained);
  }
  double input, output;
};

/// The supremum of one neuron's block over displacements within the radius.
double neuron_supremum(const BlockScales& scales, Activation activation, double v, double z,
                       double radius) {
  const auto value = [&](double move) {  // of w along x̂; the rest of the radius goes to v
    const double left = std::sqrt(std::max(0.0, radius * radius - move * move));
    return scales.norm(jet(activation, z + scales.input * move), std::abs(v) + left,
                       TrainedLayers::all);
  };
  constexpr double steps_per_unit = 16;  // of z: σ'' of every activation varies on scale 1
  const auto steps = static_cast<Index>(std::ceil(2 * radius * scales.input * steps_per_unit)) + 2;
  const double step = 2 * radius / static_cast<double>(steps);
  double best = value(0), at = 0;
  for (Index k = 0; k <= steps; ++k) {
    const double move = -radius + static_cast<double>(k) * step;
    const double here = value(move);
    if (here > best) best = here, at = move;
  }
  const auto refined = boost::math::tools::brent_find_minima(
      [&](double move) { return -value(move); }, std::max(-radius, at - step),
      std::min(radius, at + step), std::numeric_limits<double>::digits / 2);
  return std::max(best, -refined.second);
}

}  // namespace

double block_norm(double a, double b, TrainedLayers trained) {
  if (trained == TrainedLayers::hidden_only) return std::abs(a);
  return (std::abs(a) + std::sqrt(a * a + 4 * b * b)) / 2;
}

double shallow_hessian_norm(const Network& network, const VectorXd& x, TrainedLayers trained) {
  require_shallow(network, x);
  const Architecture& architecture = network.architecture;
  const BlockScales scales(network, x);
  const VectorXd z = architecture.scale(0) * (network.weights[0] * x);
  double largest = 0;
  for (Index neuron = 0; neuron < z.size(); ++neuron) {
    largest = std::max(largest, scales.norm(jet(architecture.activation, z[neuron]),
                                            network.weights[1](0, neuron), trained));
  }
  return largest;
}

double shallow_hessian_supremum(const Network& network, const VectorXd& x, double radius) {
  require_shallow(network, x);
  require(radius >= 0 && std::isfinite(radius),
          "radius is {}, expected a finite number of at least 0", radius);
  const Activation activation = network.architecture.activation;
  const BlockScales scales(network, x);
  const VectorXd z = network.architecture.scale(0) * (network.weights[0] * x);
  const auto v = network.weights[1].row(0);
  std::vector<Index> order(static_cast<std::size_t>(z.size()));
  for (Index i = 0; i < z.size(); ++i) order[static_cast<std::size_t>(i)] = i;
  std::sort(order.begin(), order.end(),
            [&](Index i, Index j) { return std::abs(v[i]) > std::abs(v[j]); });
  const ActivationBounds bounds = bounds_of(activation);
  const ActivationJet steepest{0, bounds.slope, bounds.curvature};
  double largest = 0;
  for (const Index i : order) {
    if (scales.norm(steepest, std::abs(v[i]) + radius, TrainedLayers::all) <= largest) break;
    largest = std::max(largest, neuron_supremum(scales, activation, v[i], z[i], radius));
  }
  return largest;
}

}  // namespace asymptest::learning
