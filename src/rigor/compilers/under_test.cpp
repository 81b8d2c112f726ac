#include "rigor/compilers/under_test.hpp"

#include <limits>
#include <stdexcept>

// One unit with the sources under test: their headers are read once a level, and the optimiser sees
// across them, as link-time optimisation would let it.
// NOLINTBEGIN(bugprone-suspicious-include)
#include "rigor/arithmetic/elementary.cpp"
#include "rigor/arithmetic/interval.cpp"
#include "rigor/matrices/interval_matrix.cpp"
#include "rigor/matrices/plain_product.cpp"
#include "rigor/matrices/product_radius.cpp"
#include "rigor/matrices/tanh.cpp"
// NOLINTEND(bugprone-suspicious-include)

namespace asymptest::rigor::compilers {
namespace {

/// Bounds that hold no number where the arithmetic has none: lower ended up above upper.
template <class Expression>
Bounds bounds_of(Expression expression) {
  try {
    const Interval x = expression();
    return {x.lower(), x.upper()};
  } catch (const std::invalid_argument&) {
    return {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  }
}

Interval value_of(Function function, const Interval& x) {
  switch (function) {
    case Function::exp:
      return exp(x);
    case Function::expm1:
      return expm1(x);
    case Function::tanh:
      return tanh(x);
    case Function::tanh_of_matrix:
      return tanh_of(Eigen::MatrixXd::Constant(9, 1, x.midpoint()).eval())(6, 0);
    case Function::softplus:
      return softplus(x);
    case Function::log:
      return log(x);
    case Function::erf:
      return erf(x);
  }
  throw std::invalid_argument("no such function");
}

Eigen::MatrixXd matrix(std::span<const double> entries, std::size_t rows, std::size_t columns) {
  Eigen::MatrixXd result(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns));
  std::copy(entries.begin(), entries.end(), result.data());
  return result;
}

}  // namespace

Bounds enclosed(Function function, double x) {
  return bounds_of([&] { return value_of(function, Interval(x)); });
}

void enclose_sums(std::span<const double> a, std::span<const double> b, std::span<Bounds> into) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    into[i] = bounds_of([&] { return Interval(a[i]) + Interval(b[i]) - Interval(a[i]); });
  }
}

void enclose_products(std::span<const double> a, std::span<const double> b,
                      std::span<Bounds> into) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    into[i] = bounds_of([&] { return Interval(a[i]) * Interval(b[i]) + Interval(a[i]); });
  }
}

void enclose_ratios(std::span<const double> a, std::span<const double> b, std::span<Bounds> into) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    into[i] = bounds_of([&] { return Interval(a[i]) / Interval(b[i]); });
  }
}

void enclose_matrix_product(const ProductSizes& sizes, std::span<const double> a,
                            std::span<const double> b, std::span<Bounds> into) {
  const IntervalMatrix enclosure =
      product(matrix(a, sizes.rows, sizes.inner), matrix(b, sizes.inner, sizes.columns));
  std::size_t at = 0;
  for (Eigen::Index j = 0; j < enclosure.cols(); ++j) {
    for (Eigen::Index i = 0; i < enclosure.rows(); ++i)
      into[at++] = bounds_of([&] { return enclosure(i, j); });
  }
}

}  // namespace asymptest::rigor::compilers
