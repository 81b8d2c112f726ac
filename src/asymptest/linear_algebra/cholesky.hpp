#pragma once

#include <Eigen/Core>

namespace asymptest {

/// The factorisation A = LLᵀ of a symmetric positive definite matrix, of which only the lower
/// triangle is read.
///
/// Eigen's own, behind functions of one type each: its templates take seconds to compile wherever
/// they are used, and here they are compiled once.
class Cholesky {
 public:
  /// Throws std::invalid_argument unless the matrix is square and not empty.
  explicit Cholesky(const Eigen::Ref<const Eigen::MatrixXd>& symmetric);

  /// Whether every pivot was positive. If not, nothing else here has a meaning.
  [[nodiscard]] bool complete() const { return complete_; }

  /// L, with zeros above its diagonal.
  [[nodiscard]] const Eigen::MatrixXd& factor() const { return factor_; }

  /// A⁻¹B, one column for each column of B, of as many rows as A.
  [[nodiscard]] Eigen::MatrixXd solve(const Eigen::Ref<const Eigen::MatrixXd>& right) const;

  /// L⁻¹B, L⁻ᵀB and BL⁻ᵀ, in the place of B.
  void solve_lower(Eigen::MatrixXd& right) const;
  void solve_upper(Eigen::MatrixXd& right) const;
  void solve_upper_from_the_right(Eigen::MatrixXd& left) const;

 private:
  Eigen::MatrixXd factor_;
  bool complete_;
};

/// A⁻¹B of a symmetric, at least semidefinite matrix (lower triangle), by LDLᵀ with pivots on the
/// diagonal: finite for matrices that are singular to working precision, which `Cholesky` refuses.
/// Throws std::invalid_argument unless A is square and not empty.
Eigen::MatrixXd pivoted_solve(const Eigen::Ref<const Eigen::MatrixXd>& semidefinite,
                              const Eigen::Ref<const Eigen::MatrixXd>& right);

}  // namespace asymptest
