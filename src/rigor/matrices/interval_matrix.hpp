#pragma once

#include <Eigen/Core>

#include "rigor/arithmetic/interval.hpp"

namespace asymptest::rigor {

/// The largest relative error of one operation rounded to nearest, 2^-53.
inline constexpr double unit_roundoff = 0x1p-53;

/// A matrix known entry by entry to lie in midpoint ± radius (radius ≥ 0, the same shape). A
/// matrix with one column is an interval vector.
///
/// Midpoint and radius rather than end points, because a product then costs a few products of plain
/// matrices (Rump 1999, "Fast and parallel interval arithmetic").
struct IntervalMatrix {
  Eigen::MatrixXd midpoint;
  Eigen::MatrixXd radius;

  IntervalMatrix() = default;
  IntervalMatrix(Eigen::Index rows, Eigen::Index cols)
      : midpoint(Eigen::MatrixXd::Zero(rows, cols)), radius(Eigen::MatrixXd::Zero(rows, cols)) {}
  /// The matrix itself, without error.
  IntervalMatrix(Eigen::MatrixXd exact);  // NOLINT(google-explicit-constructor)
  /// Throws std::invalid_argument unless the shapes agree and every radius is ≥ 0.
  IntervalMatrix(Eigen::MatrixXd middle, Eigen::MatrixXd distance);

  [[nodiscard]] Eigen::Index rows() const { return midpoint.rows(); }
  [[nodiscard]] Eigen::Index cols() const { return midpoint.cols(); }
  [[nodiscard]] Interval operator()(Eigen::Index i, Eigen::Index j) const;
  void set(Eigen::Index i, Eigen::Index j, const Interval& value);
  [[nodiscard]] IntervalMatrix transpose() const;
};

/// A·B. With k the inner dimension and u = 2^-53, the plain product errs by at most
/// γ_k |A||B|, γ_k = k u/(1 − k u), whatever the order of the sums and with or without fused
/// multiply-adds (Higham 2002, section 3.5); this replaces a change of the rounding mode. The
/// radius costs as much again, or half of that if A is exact (product_radius.hpp).
/// Throws std::invalid_argument unless A's columns are as many as B's rows, and at most 2^30.
IntervalMatrix product(const IntervalMatrix& a, const IntervalMatrix& b);
/// The same where one or both are exact, without radii that are zero.
IntervalMatrix product(const IntervalMatrix& a, const Eigen::MatrixXd& b);
IntervalMatrix product(const Eigen::MatrixXd& a, const IntervalMatrix& b);
IntervalMatrix product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b);
/// A·Aᵀ, symmetric to the bit.
IntervalMatrix gram(const IntervalMatrix& a);

/// Entry by entry. Throw std::invalid_argument unless the shapes agree.
IntervalMatrix operator+(const IntervalMatrix& a, const IntervalMatrix& b);
IntervalMatrix operator-(const IntervalMatrix& a, const IntervalMatrix& b);

/// An upper bound of √Σ aᵢⱼ² over every matrix in A.
double frobenius_norm_upper_bound(const IntervalMatrix& a);
/// An upper bound of the operator norm over every matrix in A: the smaller of the Frobenius norm
/// and √(‖A‖₁ ‖A‖_∞). Cheap; eigenvalue_bound.hpp has the sharp one.
double operator_norm_upper_bound(const IntervalMatrix& a);

}  // namespace asymptest::rigor
