#include "rigor/matrices/rational_matrix.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace asymptest::rigor {
namespace {

void require(bool holds, const std::string& what) {
  if (!holds) throw std::invalid_argument("rational matrix: " + what);
}

std::string size_of(const RationalMatrix& a) {
  return std::to_string(a.rows()) + " x " + std::to_string(a.columns());
}

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
  require(columns <= columns_,
          "has " + std::to_string(columns_) + " columns, not " + std::to_string(columns));
  RationalMatrix result(rows_, columns);
  for (std::size_t i = 0; i < rows_; ++i) {
    for (std::size_t j = 0; j < columns; ++j) result(i, j) = (*this)(i, j);
  }
  return result;
}

RationalMatrix operator*(const RationalMatrix& a, const RationalMatrix& b) {
  require(a.columns() == b.rows(), "product of " + size_of(a) + " and " + size_of(b));
  RationalMatrix product(a.rows(), b.columns());
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t j = 0; j < b.columns(); ++j) {
      for (std::size_t k = 0; k < a.columns(); ++k) product(i, j) += a(i, k) * b(k, j);
    }
  }
  return product;
}

RationalVector operator*(const RationalMatrix& a, const RationalVector& x) {
  require(a.columns() == x.size(),
          "product of " + size_of(a) + " and a vector of " + std::to_string(x.size()));
  RationalVector product(a.rows());
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t k = 0; k < a.columns(); ++k) product[i] += a(i, k) * x[k];
  }
  return product;
}

Rational dot(const RationalVector& x, const RationalVector& y) {
  require(x.size() == y.size(), "inner product of vectors of different sizes");
  Rational sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
  return sum;
}

Rational determinant(RationalMatrix a) {
  require(a.rows() == a.columns(), "determinant of " + size_of(a));
  Rational product = eliminate(a, nullptr);
  if (product == 0) return product;
  for (std::size_t i = 0; i < a.rows(); ++i) product *= a(i, i);
  return product;
}

std::optional<RationalVector> solve(RationalMatrix a, RationalVector b) {
  require(a.rows() == a.columns() && a.rows() == b.size(),
          "solution of " + size_of(a) + " with a right side of " + std::to_string(b.size()));
  if (eliminate(a, &b) == 0) return std::nullopt;
  for (std::size_t i = a.rows(); i-- > 0;) {
    for (std::size_t j = i + 1; j < a.rows(); ++j) b[i] -= a(i, j) * b[j];
    b[i] /= a(i, i);
  }
  return b;
}

}  // namespace asymptest::rigor
