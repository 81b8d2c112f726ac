#include "rigor/interval_matrix.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace asymptest::rigor {
namespace {

constexpr double unit_roundoff = 0x1p-53;
/// Covers what is lost to underflow in an inner product: at most 2^30 products, each off by at most
/// 2^-1075, and the same again in the radius.
constexpr double underflow_cover = 0x1p-1022;
constexpr Eigen::Index largest_inner_dimension = Eigen::Index{1} << 30;

std::string shape(const IntervalMatrix& a) {
  return std::to_string(a.rows()) + " x " + std::to_string(a.cols());
}

void require_same_shape(const IntervalMatrix& a, const IntervalMatrix& b) {
  if (a.rows() == b.rows() && a.cols() == b.cols()) return;
  throw std::invalid_argument("matrices of shapes " + shape(a) + " and " + shape(b) +
                              ": expected the same");
}

void require_product(Eigen::Index a_cols, Eigen::Index b_rows) {
  if (a_cols == b_rows && a_cols <= largest_inner_dimension) return;
  throw std::invalid_argument("product over inner dimensions " + std::to_string(a_cols) + " and " +
                              std::to_string(b_rows) + ": expected the same, at most 2^30");
}

/// γ_k, rounded up by a margin of eight units.
double gamma(Eigen::Index k) {
  const Interval ku = Interval(static_cast<double>(k) + 8) * Interval(unit_roundoff);
  return (ku / (Interval(1) - ku)).upper();
}

/// Raises a matrix of nonnegative sums of k products, each computed to nearest, to an upper bound
/// of the exact sums: they are at least (1 − γ_{k+8}) of those, but for underflow.
void round_up(Eigen::MatrixXd& sums, Eigen::Index k) {
  const double factor = add_up(1, 2 * gamma(k));
  sums = (sums.array() * factor + underflow_cover).matrix();
}

/// An upper bound of Σ over the entries of a nonnegative vector.
template <class Entries>
double sum_up(const Entries& entries) {
  double sum = 0;
  for (Eigen::Index i = 0; i < entries.size(); ++i) sum = add_up(sum, entries(i));
  return sum;
}

/// The entries' magnitudes, rounded up.
Eigen::MatrixXd magnitudes(const IntervalMatrix& a) {
  Eigen::MatrixXd upper(a.rows(), a.cols());
  for (Eigen::Index j = 0; j < a.cols(); ++j) {
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
      upper(i, j) = add_up(std::abs(a.midpoint(i, j)), a.radius(i, j));
    }
  }
  return upper;
}

/// Adds the rounding of an entrywise sum or difference to the radii.
IntervalMatrix combined(Eigen::MatrixXd middle, const IntervalMatrix& a, const IntervalMatrix& b) {
  Eigen::MatrixXd distance(a.rows(), a.cols());
  for (Eigen::Index j = 0; j < a.cols(); ++j) {
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
      const double rounding = multiply_up(std::abs(middle(i, j)), unit_roundoff);
      distance(i, j) = add_up(add_up(a.radius(i, j), b.radius(i, j)), rounding);
    }
  }
  return {std::move(middle), std::move(distance)};
}

}  // namespace

IntervalMatrix::IntervalMatrix(Eigen::MatrixXd exact) : midpoint(std::move(exact)) {
  radius = Eigen::MatrixXd::Zero(midpoint.rows(), midpoint.cols());
}

IntervalMatrix::IntervalMatrix(Eigen::MatrixXd middle, Eigen::MatrixXd distance)
    : midpoint(std::move(middle)), radius(std::move(distance)) {
  const bool same = midpoint.rows() == radius.rows() && midpoint.cols() == radius.cols();
  if (!same || !(radius.array() >= 0).all()) {
    throw std::invalid_argument("interval matrix: expected radii >= 0, as many as midpoints");
  }
}

Interval IntervalMatrix::operator()(Eigen::Index i, Eigen::Index j) const {
  return {subtract_down(midpoint(i, j), radius(i, j)), add_up(midpoint(i, j), radius(i, j))};
}

void IntervalMatrix::set(Eigen::Index i, Eigen::Index j, const Interval& value) {
  midpoint(i, j) = value.midpoint();
  radius(i, j) = value.radius();
}

IntervalMatrix IntervalMatrix::transpose() const {
  return {midpoint.transpose(), radius.transpose()};
}

IntervalMatrix product(const IntervalMatrix& a, const IntervalMatrix& b) {
  require_product(a.cols(), b.rows());
  // |AB − mid mid| ≤ γ|mid A||mid B| + |mid A| rad B + rad A (|mid B| + rad B)
  const Eigen::MatrixXd b_size = b.midpoint.cwiseAbs();
  const Eigen::MatrixXd from_b = gamma(a.cols()) * b_size + b.radius;
  Eigen::MatrixXd distance = a.midpoint.cwiseAbs() * from_b;
  if (!a.radius.isZero(0)) distance.noalias() += a.radius * Eigen::MatrixXd(b_size + b.radius);
  round_up(distance, 2 * a.cols() + 2);
  return {a.midpoint * b.midpoint, std::move(distance)};
}

IntervalMatrix product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
  require_product(a.cols(), b.rows());
  Eigen::MatrixXd distance = a.cwiseAbs() * b.cwiseAbs();
  distance *= gamma(a.cols());
  round_up(distance, a.cols() + 2);
  return {a * b, std::move(distance)};
}

IntervalMatrix gram(const IntervalMatrix& a) {
  IntervalMatrix full = product(a, a.transpose());
  // Both triangles hold the same numbers; one of them stands for both.
  full.midpoint.triangularView<Eigen::StrictlyUpper>() = full.midpoint.transpose();
  full.radius.triangularView<Eigen::StrictlyUpper>() = full.radius.transpose();
  return full;
}

IntervalMatrix operator+(const IntervalMatrix& a, const IntervalMatrix& b) {
  require_same_shape(a, b);
  return combined(a.midpoint + b.midpoint, a, b);
}

IntervalMatrix operator-(const IntervalMatrix& a, const IntervalMatrix& b) {
  require_same_shape(a, b);
  return combined(a.midpoint - b.midpoint, a, b);
}

double frobenius_norm_upper_bound(const IntervalMatrix& a) {
  double sum = 0;
  for (const double size : magnitudes(a).reshaped()) sum = add_up(sum, multiply_up(size, size));
  return sqrt_up(sum);
}

double operator_norm_upper_bound(const IntervalMatrix& a) {
  const Eigen::MatrixXd sizes = magnitudes(a);
  double rows = 0;
  double cols = 0;
  for (Eigen::Index i = 0; i < a.rows(); ++i) rows = std::max(rows, sum_up(sizes.row(i)));
  for (Eigen::Index j = 0; j < a.cols(); ++j) cols = std::max(cols, sum_up(sizes.col(j)));
  return std::min(frobenius_norm_upper_bound(a), sqrt_up(multiply_up(rows, cols)));
}

}  // namespace asymptest::rigor
