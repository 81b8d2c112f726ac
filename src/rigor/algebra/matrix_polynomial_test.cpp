#include "rigor/algebra/matrix_polynomial.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "rigor/matrices/rational_matrix.hpp"

namespace asymptest::rigor::matrix_polynomial_test {
namespace {

using Values = std::map<std::string, RationalMatrix>;

/// The oracle: exact matrices in the letters' places, term by term.
RationalMatrix value(const MatrixPolynomial& a, const Values& values, std::size_t rows,
                     std::size_t columns) {
  RationalMatrix sum(rows, columns);
  for (const auto& [word, coefficient] : a.terms()) {
    RationalMatrix product(rows, rows);
    for (std::size_t i = 0; i < rows; ++i) product(i, i) = 1;
    for (const Letter& letter : word) {
      const RationalMatrix& matrix = values.at(letter.name);
      product = product * (letter.transposed ? matrix.transposed() : matrix);
    }
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < columns; ++j) {
        sum(i, j) += coefficient.at({{"c", 3}}) * product(i, j);
      }
    }
  }
  return sum;
}

RationalMatrix filled(std::size_t rows, std::size_t columns, int seed) {
  RationalMatrix a(rows, columns);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      a(i, j) = static_cast<int>((i * 7 + j * 5 + i * j * 3) % 11) - seed;
    }
  }
  return a;
}

bool equal(const RationalMatrix& a, const RationalMatrix& b) {
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t j = 0; j < a.columns(); ++j) {
      if (a(i, j) != b(i, j)) return false;
    }
  }
  return a.rows() == b.rows() && a.columns() == b.columns();
}

const MatrixPolynomial a = MatrixPolynomial::matrix("A", "n", "m");
const MatrixPolynomial b = MatrixPolynomial::matrix("B", "m", "n");
const Polynomial c = Polynomial::variable("c");

TEST(MatrixPolynomial, MultipliesAndTransposesAsMatricesDo) {
  const Values values{{"A", filled(2, 3, 4)}, {"B", filled(3, 2, 5)}};
  const RationalMatrix &va = values.at("A"), &vb = values.at("B");
  EXPECT_TRUE(equal(value(a * b, values, 2, 2), va * vb));
  EXPECT_TRUE(equal(value((a * b).transposed(), values, 2, 2), vb.transposed() * va.transposed()));
  const MatrixPolynomial sum = c * (a * b) - b.transposed() * b + a * a.transposed();
  const RationalMatrix left = value(sum * sum, values, 2, 2);
  EXPECT_TRUE(equal(left, value(sum, values, 2, 2) * value(sum, values, 2, 2)));
}

TEST(MatrixPolynomial, DoesNotCommute) {
  const auto p = MatrixPolynomial::matrix("P", "n", "n");
  const auto q = MatrixPolynomial::matrix("Q", "n", "n");
  EXPECT_FALSE((p * q - q * p).is_zero());
  EXPECT_TRUE(((p + q) * (p + q) - p * p - p * q - q * p - q * q).is_zero());
  EXPECT_FALSE((p - p.transposed()).is_zero());
  const auto s = MatrixPolynomial::symmetric("S", "n");
  EXPECT_TRUE((s - s.transposed()).is_zero());
}

TEST(MatrixPolynomial, RefusesSizesThatDontFit) {
  EXPECT_THROW(a * a, std::invalid_argument);
  EXPECT_THROW(a + b, std::invalid_argument);
  MatrixPolynomial sum("n", "n");
  EXPECT_THROW(sum.add(a.terms().begin()->first, 1), std::invalid_argument);
}

const Letter g{.name = "G", .rows = "n", .columns = "n", .symmetric = true};

/// G = (A Aᵀ)⁻¹.
std::vector<Relation> gram_inverse() { return inverse(a * a.transposed(), g); }

TEST(Reduced, TakesAnInverseAway) {
  const auto one = MatrixPolynomial::identity("n");
  const MatrixPolynomial projection = a.transposed() * g * a;
  EXPECT_TRUE(reduced(projection * projection - projection, gram_inverse()).is_zero());
  EXPECT_TRUE(reduced(a * a.transposed() * g - one, gram_inverse()).is_zero());
  EXPECT_FALSE(reduced(projection, gram_inverse()).is_zero());
}

/// The reduced form has the same value at matrices that satisfy the relations.
TEST(Reduced, KeepsTheValueOfMatricesThatSatisfyTheRelations) {
  const RationalMatrix va = filled(2, 3, 4);
  const RationalMatrix gram = va * va.transposed();
  RationalMatrix vg(2, 2);
  for (std::size_t j = 0; j < 2; ++j) {
    RationalVector unit(2);
    unit[j] = 1;
    const RationalVector column = solve(gram, unit).value();
    for (std::size_t i = 0; i < 2; ++i) vg(i, j) = column[i];
  }
  const Values values{{"A", va}, {"G", vg}};
  const MatrixPolynomial whole =
      a * a.transposed() * g * a * a.transposed() + c * (g * a * a.transposed());
  const MatrixPolynomial less = reduced(whole, gram_inverse());
  EXPECT_TRUE(equal(value(whole, values, 2, 2), value(less, values, 2, 2)));
  EXPECT_EQ(less.terms().size(), 2U);
}

TEST(Reduced, RefusesARelationThatMightNeverEndOrIsOfASum) {
  EXPECT_THROW(relation(a + a, a), std::invalid_argument);
  EXPECT_THROW(reduced(a, {relation(a, a)}), std::invalid_argument);
}

TEST(NormBound, IsTheTriangleInequalityAndTheProductOfNorms) {
  const auto bounds = std::map<std::string, Polynomial>{{"A", Polynomial::variable("x")}, {"B", 2}};
  const MatrixPolynomial sum = a * b - 3 * (b.transposed() * b);
  EXPECT_EQ(norm_bound(sum, bounds), 2 * Polynomial::variable("x") + 12);
  EXPECT_THROW(norm_bound(a, {}), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::rigor::matrix_polynomial_test
