#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "rigor/arithmetic/rational.hpp"

namespace asymptest::rigor {

using RationalVector = std::vector<Rational>;

/// A small dense matrix of exact fractions.
class RationalMatrix {
 public:
  RationalMatrix(std::size_t rows, std::size_t columns);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }

  Rational& operator()(std::size_t row, std::size_t column) {
    return entries_[row * columns_ + column];
  }
  const Rational& operator()(std::size_t row, std::size_t column) const {
    return entries_[row * columns_ + column];
  }

  [[nodiscard]] RationalMatrix transposed() const;
  /// The first `columns` columns. Throws std::invalid_argument if there are fewer.
  [[nodiscard]] RationalMatrix left_columns(std::size_t columns) const;

 private:
  std::size_t rows_, columns_;
  std::vector<Rational> entries_;
};

/// Products. Throw std::invalid_argument if the inner sizes differ.
RationalMatrix operator*(const RationalMatrix& a, const RationalMatrix& b);
RationalVector operator*(const RationalMatrix& a, const RationalVector& x);
Rational dot(const RationalVector& x, const RationalVector& y);

/// Exact determinant, by Gaussian elimination. Throws std::invalid_argument unless A is square.
Rational determinant(RationalMatrix a);

/// The solution of Ax = b; empty if A is singular. Exact, by Gaussian elimination.
/// Throws std::invalid_argument unless A is square and b has as many entries.
std::optional<RationalVector> solve(RationalMatrix a, RationalVector b);

}  // namespace asymptest::rigor
