#include "rigor/matrices/interval_matrix.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "asymptest/require/require.hpp"
#include "rigor/matrices/plain_product.hpp"
#include "rigor/matrices/product_radius.hpp"

namespace asymptest::rigor {
namespace {

constexpr Eigen::Index largest_inner_dimension = Eigen::Index{1} << 30;

void require_same_shape(const IntervalMatrix& a, const IntervalMatrix& b) {
  require(a.rows() == b.rows() && a.cols() == b.cols(),
          "matrices of shapes {} x {} and {} x {}: expected the same", a.rows(), a.cols(), b.rows(),
          b.cols());
}

void require_product(Eigen::Index a_cols, Eigen::Index b_rows) {
  require(a_cols == b_rows && a_cols <= largest_inner_dimension,
          "product over inner dimensions {} and {}: expected the same, at most 2^30", a_cols,
          b_rows);
}

/// γ_k, rounded up by a margin of eight units.
double gamma(Eigen::Index k) {
  const Interval ku = Interval(static_cast<double>(k) + 8) * Interval(unit_roundoff);
  return (ku / (Interval(1) - ku)).upper();
}

/// The matrix of function(aᵢ, bᵢ) over the entries: plain loops, which compile several times faster
/// than Eigen's expressions.
template <class Function>
Eigen::MatrixXd each(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b, Function function) {
  Eigen::MatrixXd result(a.rows(), a.cols());
  for (Eigen::Index i = 0; i < a.size(); ++i) {
    result.data()[i] = function(a.data()[i], b.data()[i]);
  }
  return result;
}

template <class Predicate>
bool any_of(const Eigen::MatrixXd& a, Predicate predicate) {
  return std::any_of(a.data(), a.data() + a.size(), predicate);
}

/// The entries' magnitudes, rounded up.
Eigen::MatrixXd magnitudes(const IntervalMatrix& a) {
  return each(a.midpoint, a.radius,
              [](double middle, double radius) { return add_up(std::abs(middle), radius); });
}

/// Adds the rounding of an entrywise sum or difference to the radii.
IntervalMatrix combined(Eigen::MatrixXd middle, const IntervalMatrix& a, const IntervalMatrix& b) {
  Eigen::MatrixXd distance = each(a.radius, b.radius, add_up);
  for (Eigen::Index i = 0; i < distance.size(); ++i) {
    const double rounding = multiply_up(std::abs(middle.data()[i]), unit_roundoff);
    distance.data()[i] = add_up(distance.data()[i], rounding);
  }
  return {std::move(middle), std::move(distance)};
}

ProductFactor factor_of(const IntervalMatrix& of) {
  const bool exact = !any_of(of.radius, [](double r) { return r != 0; });
  return {of.midpoint, exact ? nullptr : &of.radius};
}

/// |AB − mid mid| ≤ γ|mid A||mid B| + |mid A| rad B + rad A (|mid B| + rad B).
IntervalMatrix product_of(const ProductFactor& a, const ProductFactor& b) {
  const Eigen::Index inner = a.middle.cols();
  require_product(inner, b.middle.rows());
  return {plain_product(a.middle, b.middle), product_radius(a, b, gamma(inner))};
}

}  // namespace

IntervalMatrix::IntervalMatrix(Eigen::MatrixXd exact) : midpoint(std::move(exact)) {
  radius.setZero(midpoint.rows(), midpoint.cols());
}

IntervalMatrix::IntervalMatrix(Eigen::MatrixXd middle, Eigen::MatrixXd distance)
    : midpoint(std::move(middle)), radius(std::move(distance)) {
  const bool same = midpoint.rows() == radius.rows() && midpoint.cols() == radius.cols();
  if (!same || any_of(radius, [](double r) { return !(r >= 0); })) {
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
  return product_of(factor_of(a), factor_of(b));
}

IntervalMatrix product(const IntervalMatrix& a, const Eigen::MatrixXd& b) {
  return product_of(factor_of(a), {b});
}

IntervalMatrix product(const Eigen::MatrixXd& a, const IntervalMatrix& b) {
  return product_of({a}, factor_of(b));
}

IntervalMatrix product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
  return product_of({a}, {b});
}

IntervalMatrix gram(const IntervalMatrix& a) {
  IntervalMatrix full = product(a, a.transpose());
  // Both triangles hold the same numbers; one of them stands for both.
  for (Eigen::Index j = 1; j < full.cols(); ++j) {
    for (Eigen::Index i = 0; i < j; ++i) {
      full.midpoint(i, j) = full.midpoint(j, i);
      full.radius(i, j) = full.radius(j, i);
    }
  }
  return full;
}

IntervalMatrix operator+(const IntervalMatrix& a, const IntervalMatrix& b) {
  require_same_shape(a, b);
  return combined(each(a.midpoint, b.midpoint, [](double x, double y) { return x + y; }), a, b);
}

IntervalMatrix operator-(const IntervalMatrix& a, const IntervalMatrix& b) {
  require_same_shape(a, b);
  return combined(each(a.midpoint, b.midpoint, [](double x, double y) { return x - y; }), a, b);
}

double frobenius_norm_upper_bound(const IntervalMatrix& a) {
  const Eigen::MatrixXd upper = magnitudes(a);
  double sum = 0;
  for (Eigen::Index i = 0; i < upper.size(); ++i) {
    sum = add_up(sum, multiply_up(upper.data()[i], upper.data()[i]));
  }
  return sqrt_up(sum);
}

double operator_norm_upper_bound(const IntervalMatrix& a) {
  const Eigen::MatrixXd upper = magnitudes(a);
  std::vector<double> rows(static_cast<std::size_t>(a.rows()));
  double largest_column = 0;
  for (Eigen::Index j = 0; j < a.cols(); ++j) {
    double column = 0;
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
      double& row = rows[static_cast<std::size_t>(i)];
      row = add_up(row, upper(i, j));
      column = add_up(column, upper(i, j));
    }
    largest_column = std::max(largest_column, column);
  }
  const double largest_row = rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end());
  return std::min(frobenius_norm_upper_bound(a), sqrt_up(multiply_up(largest_row, largest_column)));
}

}  // namespace asymptest::rigor
