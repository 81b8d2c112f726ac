#include "rigor/matrices/product_radius.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <random>

namespace asymptest::rigor::product_radius_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Rational = boost::multiprecision::cpp_rational;

/// One that no power of two is near, so that it must be in its place.
constexpr double gamma = 0.1;
/// What a bound in single precision may be high by, where no entry is tiny.
constexpr double most_above = 0.01;

Rational exact_radius(const MatrixXd& a, const MatrixXd& r, const MatrixXd& b, const MatrixXd& s,
                      Index i, Index j) {
  Rational sum = 0;
  for (Index k = 0; k < a.cols(); ++k) {
    const Rational b_size = abs(Rational(b(k, j))), radius = Rational(s(k, j));
    sum += abs(Rational(a(i, k))) * (Rational(gamma) * b_size + radius);
    sum += Rational(r(i, k)) * (b_size + radius);
  }
  return sum;
}

class ProductRadius : public testing::Test {
 protected:
  MatrixXd normal(Index rows, Index cols) {
    std::normal_distribution<double> draw;
    return MatrixXd::NullaryExpr(rows, cols, [&] { return draw(bits_); });
  }

  std::mt19937_64 bits_{1};
};

void expect_bound(const MatrixXd& a, const MatrixXd& r, const MatrixXd& b, const MatrixXd& s,
                  double above) {
  const MatrixXd found = product_radius({a, &r}, {b, &s}, gamma);
  for (Index i = 0; i < found.rows(); ++i) {
    for (Index j = 0; j < found.cols(); ++j) {
      const Rational exact = exact_radius(a, r, b, s, i, j);
      EXPECT_GE(Rational(found(i, j)), exact);
      EXPECT_LE(Rational(found(i, j)), exact * Rational(1 + above));
    }
  }
}

TEST_F(ProductRadius, BoundsTheExactSumsClosely) {
  for (const Index inner : {1, 2, 31, 200}) {
    const MatrixXd a = normal(5, inner), b = normal(inner, 3);
    // Of the middles' size, and where each of the three terms is the largest.
    for (const auto& [of_a, of_b] :
         {std::pair{1.0, 1.0}, {1e-12, 1e-12}, {10.0, 1e-9}, {1e-9, 9.0}}) {
      const MatrixXd r = of_a * normal(5, inner).cwiseAbs();
      const MatrixXd s = of_b * normal(inner, 3).cwiseAbs();
      expect_bound(a, r, b, s, most_above);
    }
  }
}

TEST_F(ProductRadius, TakesNoRadiusForZeros) {
  const MatrixXd a = normal(4, 6), b = normal(6, 4), zero = MatrixXd::Zero(4, 6);
  const MatrixXd none = product_radius({a}, {b}, gamma);
  EXPECT_LE((none - gamma * a.cwiseAbs() * b.cwiseAbs()).maxCoeff(), most_above * none.maxCoeff());
  expect_bound(a, zero, b, zero.transpose(), most_above);
}

TEST_F(ProductRadius, IsInNoUnit) {
  const MatrixXd a = normal(3, 9), b = normal(9, 3);
  const MatrixXd r = 1e-3 * a.cwiseAbs(), s = 1e-3 * b.cwiseAbs();
  for (const int e : {-1000, -300, 300, 900}) {
    const double up = std::ldexp(1.0, e), down = std::ldexp(1.0, -e);
    expect_bound(up * a, up * r, down * b, down * s, most_above);
  }
}

TEST_F(ProductRadius, BoundsWhatSmallEntriesAdd) {
  // A share of a number near the least there is underflows, and a large factor makes much of it.
  MatrixXd a(1, 2), b(2, 1);
  a << 1e300, 1;
  b << 1e-310, 1;
  const MatrixXd r = MatrixXd::Zero(1, 2), s = MatrixXd::Zero(2, 1);
  const double found = product_radius({a, &r}, {b, &s}, gamma)(0, 0);
  EXPECT_GE(Rational(found), exact_radius(a, r, b, s, 0, 0));
}

TEST_F(ProductRadius, HoldsForLongSums) {
  // Ones and thirds: in single precision a sum of 40000 of them by itself would fall short.
  const Index inner = 40000;
  const MatrixXd a = MatrixXd::Constant(1, inner, 1), b = MatrixXd::Constant(inner, 1, 1.0 / 3);
  const double exact = gamma * static_cast<double>(inner) / 3;
  const double found = product_radius({a}, {b}, gamma)(0, 0);
  EXPECT_GE(found, exact);
  EXPECT_LE(found, exact * (1 + most_above));
}

TEST_F(ProductRadius, IsNoNumberOfWhatIsNone) {
  MatrixXd a = normal(2, 2);
  const MatrixXd b = normal(2, 2);
  a(1, 0) = std::nan("");
  EXPECT_TRUE(std::isnan(product_radius({a}, {b}, gamma)(1, 1)));
}

}  // namespace
}  // namespace asymptest::rigor::product_radius_test
