#pragma once

#include <Eigen/Core>

#include "asymptest/linear_algebra/cholesky.hpp"

namespace asymptest::learning {

/// The interpolant of least norm in the space of a kernel, f = Σ α_i k(·, x_i) with Kα = y.
class KernelInterpolant {
 public:
  /// Factorises the kernel's matrix on the samples, n × n. O(n³/3).
  ///
  /// Throws std::invalid_argument unless it is square, std::domain_error, with the least pivot,
  /// where double precision can't tell it from a singular one: samples that coincide, or a kernel
  /// whose spectrum falls below rounding.
  explicit KernelInterpolant(const Eigen::Ref<const Eigen::MatrixXd>& kernel);

  /// α for each column of labels. Throws std::invalid_argument unless there is a label a sample.
  [[nodiscard]] Eigen::MatrixXd coefficients(const Eigen::Ref<const Eigen::MatrixXd>& labels) const;

  /// ‖f‖² = yᵀK⁻¹y in the kernel's space. Throws likewise.
  [[nodiscard]] double squared_norm(const Eigen::Ref<const Eigen::VectorXd>& labels) const;

  /// tr K⁻¹: the mean of ‖f‖² over independent labels of mean 0 and variance 1. O(n³/3).
  [[nodiscard]] double mean_squared_norm_of_noise() const;

 private:
  [[nodiscard]] Eigen::Index size() const { return factorised_.factor().rows(); }

  Cholesky factorised_;
};

}  // namespace asymptest::learning
