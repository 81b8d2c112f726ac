#include "learning/geometry/torus_grid.hpp"

#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>
#include <utility>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

void require_grid(Eigen::Index m) {
  if (m < 1) {
    throw std::invalid_argument(message("torus grid: {} points an axis, expected at least 1", m));
  }
}

}  // namespace

TorusWaves::TorusWaves(Eigen::MatrixXd frequencies, Eigen::VectorXd phases,
                       Eigen::VectorXd amplitudes)
    : frequencies_(std::move(frequencies)),
      phases_(std::move(phases)),
      amplitudes_(std::move(amplitudes)) {
  if (frequencies_.size() == 0 || phases_.size() != frequencies_.cols() ||
      amplitudes_.size() != frequencies_.cols()) {
    throw std::invalid_argument(
        message("waves: {} frequencies, {} phases, {} amplitudes, expected as many of each, and "
                "one at least",
                frequencies_.cols(), phases_.size(), amplitudes_.size()));
  }
}

double TorusWaves::at(const Eigen::Ref<const Eigen::VectorXd>& x) const {
  double sum = 0;
  for (Eigen::Index k = 0; k < frequencies_.cols(); ++k) {
    const double turns = frequencies_.col(k).dot(x) + phases_(k);
    sum += amplitudes_(k) * std::cos(2 * std::numbers::pi * turns);
  }
  return sum;
}

TorusWaves additive_waves(Eigen::Index dimension, Stream& random) {
  Eigen::VectorXd phases(dimension);
  random.fill_uniform({phases.data(), static_cast<std::size_t>(phases.size())});
  return {Eigen::MatrixXd::Identity(dimension, dimension), phases,
          Eigen::VectorXd::Ones(dimension)};
}

TorusWaves coupled_wave(Eigen::Index dimension, Stream& random) {
  return {Eigen::MatrixXd::Ones(dimension, 1), Eigen::VectorXd::Constant(1, random.uniform()),
          Eigen::VectorXd::Ones(1)};
}

double piecewise_constant(const TorusFunction& f, Eigen::Index m,
                          const Eigen::Ref<const Eigen::VectorXd>& x) {
  require_grid(m);
  const auto side = static_cast<double>(m);
  return f((x.array() * side).round().matrix() / side);
}

double piecewise_linear(const TorusFunction& f, Eigen::Index m,
                        const Eigen::Ref<const Eigen::VectorXd>& x) {
  require_grid(m);
  const auto side = static_cast<double>(m);
  const Eigen::VectorXd low = (x.array() * side).floor().matrix();
  const Eigen::VectorXd part = x * side - low;
  double sum = 0;
  for (Eigen::Index corner = 0; corner < Eigen::Index{1} << x.size(); ++corner) {
    Eigen::VectorXd vertex = low;
    double weight = 1;
    for (Eigen::Index axis = 0; axis < x.size(); ++axis) {
      const bool upper = ((corner >> axis) & 1) != 0;
      vertex(axis) += upper ? 1 : 0;
      weight *= upper ? part(axis) : 1 - part(axis);
    }
    sum += weight * f(vertex / side);
  }
  return sum;
}

}  // namespace asymptest::learning
