#include "learning/kernel_machines/kernel_interpolant.hpp"

#include <limits>
#include <stdexcept>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

/// A pivot below is what rounding leaves of 0.
double rounding_of_pivots(const Eigen::Ref<const Eigen::MatrixXd>& kernel) {
  return static_cast<double>(kernel.rows()) * std::numeric_limits<double>::epsilon() *
         kernel.diagonal().maxCoeff();
}

/// `kernel` itself, if it can be factorised.
const Eigen::Ref<const Eigen::MatrixXd>& square(const Eigen::Ref<const Eigen::MatrixXd>& kernel) {
  require(kernel.rows() == kernel.cols() && kernel.rows() > 0,
          "kernel interpolant: the kernel is {} x {}, expected a square matrix", kernel.rows(),
          kernel.cols());
  return kernel;
}

}  // namespace

KernelInterpolant::KernelInterpolant(const Eigen::Ref<const Eigen::MatrixXd>& kernel)
    : factorised_(square(kernel)) {
  const double least = factorised_.factor().diagonal().array().square().minCoeff();
  if (!factorised_.complete() || !(least > rounding_of_pivots(kernel))) {
    throw std::domain_error(
        message("kernel interpolant: of {} samples the least pivot is {}, expected more than "
                "rounding, {}; samples coincide or the kernel is too smooth for double precision",
                kernel.rows(), least, rounding_of_pivots(kernel)));
  }
}

Eigen::MatrixXd KernelInterpolant::coefficients(
    const Eigen::Ref<const Eigen::MatrixXd>& labels) const {
  require(labels.rows() == size(),
          "kernel interpolant: {} labels for {} samples, expected one for each", labels.rows(),
          size());
  return factorised_.solve(labels);
}

double KernelInterpolant::squared_norm(const Eigen::Ref<const Eigen::VectorXd>& labels) const {
  return labels.dot(coefficients(labels).col(0));
}

double KernelInterpolant::mean_squared_norm_of_noise() const {
  Eigen::MatrixXd inverse = Eigen::MatrixXd::Identity(size(), size());
  factorised_.solve_lower(inverse);
  return inverse.squaredNorm();
}

}  // namespace asymptest::learning
