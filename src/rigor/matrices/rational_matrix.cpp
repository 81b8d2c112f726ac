#include "rigor/matrices/rational_matrix.hpp"

#include <utility>

#include "asymptest/require/require.hpp"

namespace asymptest::rigor {
namespace {

void swap_rows(RationalMatrix& a, std::size_t first, std::size_t second) {
  for (std::size_t j = 0; j < a.columns(); ++j) std::swap(a(first, j), a(second, j));
}

/// Makes A upper triangular, the right side along with it. Returns the determinant's sign from the
/// row swaps, 0 if A is singular.
int eliminate(RationalMatrix& a, RationalVector* right) {
  int sign = 1;
  for (std::size_t k = 0; k < a.rows(); ++k) {
    std::size_t pivot = k;
    while (pivot < a.rows() && a(pivot, k) == 0) ++pivot;
    if (pivot == a.rows()) return 0;
    if (pivot != k) {
      swap_rows(a, pivot, k);
      if (right != nullptr) std::swap((*right)[pivot], (*right)[k]);
      sign = -sign;
    }
    for (std::size_t i = k + 1; i < a.rows(); ++i) {
      const Rational ratio = a(i, k) / a(k, k);
      for (std::size_t j = k; j < a.columns(); ++j) a(i, j) -= ratio * a(k, j);
      if (right != nullptr) (*right)[i] -= ratio * (*right)[k];
    }
  }
  return sign;
}

}  // namespace

RationalMatrix::RationalMatrix(std::size_t rows, std::size_t columns)
    : rows_(rows), columns_(columns), entries_(rows * columns) {}

RationalMatrix RationalMatrix::transposed() const {
  RationalMatrix result(columns_, rows_);
  for (std::size_t i = 0; i < rows_; ++i) {
    for (std::size_t j = 0; j < columns_; ++j) result(j, i) = (*this)(i, j);
  }
  return result;
}

RationalMatrix RationalMatrix::left_columns(std::size_t columns) const {
  require(columns <= columns_, "rational matrix: has {} columns, not {}", columns_, columns);
  RationalMatrix result(rows_, columns);
  for (std::size_t i = 0; i < rows_; ++i) {
    for (std::size_t j = 0; j < columns; ++j) result(i, j) = (*this)(i, j);
  }
  return result;
}

RationalMatrix operator*(const RationalMatrix& a, const RationalMatrix& b) {
  require(a.columns() == b.rows(), "rational matrix: product of {} x {} and {} x {}", a.rows(),
          a.columns(), b.rows(), b.columns());
  RationalMatrix product(a.rows(), b.columns());
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t j = 0; j < b.columns(); ++j) {
      for (std::size_t k = 0; k < a.columns(); ++k) product(i, j) += a(i, k) * b(k, j);
    }
  }
  return product;
}

RationalVector operator*(const RationalMatrix& a, const RationalVector& x) {
  require(a.columns() == x.size(), "rational matrix: product of {} x {} and a vector of {}",
          a.rows(), a.columns(), x.size());
  RationalVector product(a.rows());
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t k = 0; k < a.columns(); ++k) product[i] += a(i, k) * x[k];
  }
  return product;
}

Rational dot(const RationalVector& x, const RationalVector& y) {
  require(x.size() == y.size(), "rational matrix: inner product of vectors of different sizes");
  Rational sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
  return sum;
}

Rational determinant(RationalMatrix a) {
  require(a.rows() == a.columns(), "rational matrix: determinant of {} x {}", a.rows(),
          a.columns());
  Rational product = eliminate(a, nullptr);
  if (product == 0) return product;
  for (std::size_t i = 0; i < a.rows(); ++i) product *= a(i, i);
  return product;
}

std::optional<RationalVector> solve(RationalMatrix a, RationalVector b) {
  require(a.rows() == a.columns() && a.rows() == b.size(),
          "rational matrix: solution of {} x {} with a right side of {}", a.rows(), a.columns(),
          b.size());
  if (eliminate(a, &b) == 0) return std::nullopt;
  for (std::size_t i = a.rows(); i-- > 0;) {
    for (std::size_t j = i + 1; j < a.rows(); ++j) b[i] -= a(i, j) * b[j];
    b[i] /= a(i, i);
  }
  return b;
}

}  // namespace asymptest::rigor
