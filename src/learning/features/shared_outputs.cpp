#include "learning/features/shared_outputs.hpp"

#include <cmath>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using Matrix = Eigen::Ref<const Eigen::MatrixXd>;

void require_fitting(const SharedUnits& network, const Matrix& points) {
  require(network.inner.cols() == points.cols(),
          "shared units: {} inner weights a unit for {} coordinates, expected one for each",
          network.inner.cols(), points.cols());
  require(network.outer.cols() == network.inner.rows(),
          "shared units: {} outer weights an output for {} units, expected one for each",
          network.outer.cols(), network.inner.rows());
}

double value_of(SharedUnits::Unit unit, double z) {
  return unit == SharedUnits::Unit::tanh ? std::tanh(z) : z * std::abs(z);
}

double slope_of(SharedUnits::Unit unit, double z) {
  return unit == SharedUnits::Unit::tanh ? 1 - std::pow(std::tanh(z), 2) : 2 * std::abs(z);
}

}  // namespace

Eigen::VectorXd shared_outputs(const SharedUnits& network, const Matrix& points) {
  require_fitting(network, points);
  const Eigen::MatrixXd units = (network.inner * points.transpose()).unaryExpr([&](double z) {
    return value_of(network.unit, z);
  });
  const Eigen::MatrixXd outputs = network.outer * units;
  return outputs.reshaped();
}

Eigen::MatrixXd shared_jacobian(const SharedUnits& network, const Matrix& points) {
  require_fitting(network, points);
  const Eigen::Index n = points.rows(), d = points.cols(), m = network.inner.rows();
  const Eigen::Index k = network.outer.rows();
  const Eigen::MatrixXd z = network.inner * points.transpose();
  Eigen::MatrixXd jacobian = Eigen::MatrixXd::Zero(n * k, m * (d + k));
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = 0; j < m; ++j) {
      auto block = jacobian.block(i * k, j * (d + k), k, d + k);
      block.leftCols(d) = slope_of(network.unit, z(j, i)) * network.outer.col(j) * points.row(i);
      block.rightCols(k).diagonal().setConstant(value_of(network.unit, z(j, i)));
    }
  }
  return jacobian;
}

}  // namespace asymptest::learning
