#include "learning/smoothness/gaussian_machine.hpp"

#include <cmath>
#include <utility>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {

using Eigen::Ref;
using Eigen::VectorXd;

GaussianMachine::GaussianMachine(Eigen::MatrixXd points, VectorXd coefficients, double length)
    : points_(std::move(points)),
      coefficients_(std::move(coefficients)),
      sharpness_(2 / (length * length)) {
  require(points_.cols() >= 1 && coefficients_.size() == points_.cols(),
          "Gaussian machine: {} coefficients for {} points, expected one for each of one or more",
          coefficients_.size(), points_.cols());
  require(length > 0, "Gaussian machine: length is {}, expected more than 0", length);
}

VectorXd GaussianMachine::weights_at(const Ref<const VectorXd>& x) const {
  const VectorXd squares = (points_.colwise() - x).colwise().squaredNorm();
  return coefficients_.array() * (-sharpness_ / 2 * squares.array()).exp();
}

double GaussianMachine::at(const Ref<const VectorXd>& x) const { return weights_at(x).sum(); }

VectorXd GaussianMachine::gradient(const Ref<const VectorXd>& x) const {
  return sharpness_ * ((points_.colwise() - x) * weights_at(x));
}

VectorXd GaussianMachine::curvature_along(const Ref<const VectorXd>& x,
                                          const Ref<const VectorXd>& v) const {
  const Eigen::MatrixXd steps = points_.colwise() - x;
  const VectorXd weights = weights_at(x);
  const VectorXd along = steps.transpose() * v;
  return sharpness_ * (sharpness_ * (steps * weights.cwiseProduct(along)) - weights.sum() * v);
}

double GaussianMachine::ascended_slope(VectorXd x, int steps) const {
  VectorXd slope = gradient(x);
  double step = 1 / std::sqrt(sharpness_);
  for (int k = 0; k < steps; ++k) {
    // Half the gradient of ‖∇f‖² is ∇²f ∇f.
    const VectorXd uphill = curvature_along(x, slope).normalized();
    VectorXd next = x + step * uphill;
    VectorXd next_slope = gradient(next);
    if (next_slope.squaredNorm() > slope.squaredNorm()) {
      x = std::move(next);
      slope = std::move(next_slope);
    } else {
      step /= 2;
    }
  }
  return slope.norm();
}

double gaussian_lipschitz_bound(double squared_norm, double length) {
  require(squared_norm >= 0 && length > 0,
          "Gaussian Lipschitz bound: squared norm {}, length {}, expected at least 0 and more than "
          "0",
          squared_norm, length);
  return std::sqrt(2 * squared_norm) / length;
}

}  // namespace asymptest::learning
