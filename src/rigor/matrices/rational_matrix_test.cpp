#include "rigor/matrices/rational_matrix.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::rigor::rational_matrix_test {
namespace {

/// Hilbert's matrix 1/(i + j + 1): so ill-conditioned that doubles lose all digits at size 12.
RationalMatrix hilbert(std::size_t size) {
  RationalMatrix h(size, size);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) h(i, j) = Rational(1, i + j + 1);
  }
  return h;
}

/// c(n)⁴ / c(2n) with c(n) = 1!·2!·…·(n−1)!: the determinant of Hilbert's matrix.
Rational hilbert_determinant(int size) {
  const auto c = [](int n) {
    Rational product = 1;
    for (int i = 1; i < n; ++i) product *= factorial(i);
    return product;
  };
  return c(size) * c(size) * c(size) * c(size) / c(2 * size);
}

TEST(RationalMatrix, SolvesHilbertsSystemExactly) {
  const RationalMatrix h = hilbert(12);
  RationalVector expected;
  for (int i = 0; i < 12; ++i) expected.emplace_back(i - 5, i + 1);
  const auto found = solve(h, h * expected);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(*found, expected);
}

TEST(RationalMatrix, FindsHilbertsDeterminant) {
  for (int n = 1; n <= 8; ++n) {
    EXPECT_EQ(determinant(hilbert(static_cast<std::size_t>(n))), hilbert_determinant(n));
  }
}

TEST(RationalMatrix, SwapsRowsWhereThePivotIsZeroAndTurnsTheSign) {
  RationalMatrix swap(2, 2);
  swap(0, 1) = swap(1, 0) = 1;
  EXPECT_EQ(determinant(swap), -1);
  EXPECT_EQ(solve(swap, {3, 7}), (RationalVector{7, 3}));
}

TEST(RationalMatrix, SaysWhenThereIsNoSolution) {
  RationalMatrix singular(2, 2);
  singular(0, 0) = singular(1, 0) = 1;
  EXPECT_FALSE(solve(singular, {1, 2}).has_value());
  EXPECT_EQ(determinant(singular), 0);
}

TEST(RationalMatrix, MultipliesAndTransposes) {
  RationalMatrix a(2, 3);
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 3; ++j) a(i, j) = Rational(i * 3 + j);
  }
  const RationalMatrix gram = a * a.transposed();
  EXPECT_EQ(gram(0, 0), 5);
  EXPECT_EQ(gram(0, 1), 14);
  EXPECT_EQ(gram(1, 0), 14);
  EXPECT_EQ(gram(1, 1), 50);
  EXPECT_EQ(a.left_columns(2).columns(), 2U);
  EXPECT_EQ(a.left_columns(2)(1, 1), 4);
  EXPECT_EQ(dot({1, 2}, {3, Rational(1, 2)}), 4);
}

TEST(RationalMatrix, RefusesSizesThatDoNotMatch) {
  const RationalMatrix a(2, 3);
  EXPECT_THROW(a * a, std::invalid_argument);
  EXPECT_THROW(a * RationalVector(2), std::invalid_argument);
  EXPECT_THROW(determinant(a), std::invalid_argument);
  EXPECT_THROW(solve(a, RationalVector(2)), std::invalid_argument);
  EXPECT_THROW(dot(RationalVector(2), RationalVector(3)), std::invalid_argument);
  EXPECT_THROW((void)a.left_columns(4), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::rigor::rational_matrix_test
