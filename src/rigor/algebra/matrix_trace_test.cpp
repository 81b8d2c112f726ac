#include "rigor/algebra/matrix_trace.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::rigor::matrix_trace_test {
namespace {

const auto x = MatrixPolynomial::matrix("X", "n", "p");
const auto y = MatrixPolynomial::matrix("Y", "n", "p");
const auto e = MatrixPolynomial::matrix("E", "n", "p");
const Letter e_letter{"E", "n", "p"};
const Letter g_letter{.name = "G", .rows = "p", .columns = "p", .symmetric = true};
const MatrixPolynomial g = g_letter;
const Polynomial n = Polynomial::variable("n");
const Polynomial p = Polynomial::variable("p");

/// G = (XᵀX)⁻¹.
std::vector<Relation> gram() { return inverse(x.transposed() * x, g_letter); }

TEST(Trace, IsTheSameAroundTheCircleAndOfTheTranspose) {
  EXPECT_EQ(trace(x.transposed() * y, {}), trace(y * x.transposed(), {}));
  EXPECT_EQ(trace(x.transposed() * y, {}), trace(y.transposed() * x, {}));
  EXPECT_FALSE(trace(x.transposed() * y, {}) == trace(x.transposed() * x, {}));
  EXPECT_EQ(trace(MatrixPolynomial::identity("n"), {}), n);
  EXPECT_THROW(trace(x, {}), std::invalid_argument);
}

/// The hat matrix X(XᵀX)⁻¹Xᵀ, n × n, has rank p.
TEST(Trace, OfAProjectionIsItsRank) {
  const MatrixPolynomial hat = x * g * x.transposed();
  EXPECT_EQ(trace(hat, gram()), p);
  EXPECT_EQ(trace(MatrixPolynomial::identity("n") - hat, gram()), n - p);
}

TEST(Trace, TellsApartWordsOfThreeLetters) {
  const auto a = MatrixPolynomial::matrix("A", "n", "n");
  const auto b = MatrixPolynomial::matrix("B", "n", "n");
  const auto c = MatrixPolynomial::matrix("C", "n", "n");
  EXPECT_EQ(trace(a * b * c, {}), trace(b * c * a, {}));
  EXPECT_FALSE(trace(a * b * c, {}) == trace(a * c * b, {}));
}

/// Σ_ij ∂X_ij/∂X_ij = np, and Σ_ij ∂(X Xᵀ X)_ij/∂X_ij = (n + p + 1)‖X‖², as by hand.
TEST(Contracted, IsTheDivergence) {
  const auto divergence = [](const MatrixPolynomial& m) {
    return contracted(derivative(m, {{"X", e}}), e_letter, {});
  };
  EXPECT_EQ(divergence(x), n * p);
  EXPECT_EQ(divergence(x * x.transposed() * x), (n + p + 1) * trace(x.transposed() * x, {}));
  EXPECT_THROW(contracted(x, e_letter, {}), std::invalid_argument);
}

/// For one column of n numbers X/|X|² has the divergence (n − 2)/|X|².
TEST(Contracted, DifferentiatesAnInverse) {
  const MatrixPolynomial slope =
      Polynomial(-1) * (g * (e.transposed() * x + x.transposed() * e) * g);
  const Polynomial found =
      contracted(derivative(x * g, {{"X", e}, {"G", slope}}), e_letter, gram());
  EXPECT_EQ(found.with("p", 1), (n - 2) * trace(g, gram()));
}

}  // namespace
}  // namespace asymptest::rigor::matrix_trace_test
