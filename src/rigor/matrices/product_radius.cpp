#include "rigor/matrices/product_radius.hpp"

#include <algorithm>
#include <cmath>

#include "rigor/matrices/plain_product.hpp"

namespace asymptest::rigor {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::MatrixXf;

/// Of each sum, so that it falls short by less than 2^-9 of itself.
constexpr Index most_terms = Index{1} << 15;
/// 2^-24 is the largest relative error of an operation in single precision.
constexpr double single_roundoff = 0x1p-24;
/// Covers what the product of the middles loses to underflow: at most 2^30 products, each off by at
/// most 2^-1075; and the same again in the radius.
constexpr double underflow_cover = 0x1p-1022;

/// x·2^e, in two steps, for 2^e itself may be out of range.
struct PowerOfTwo {
  explicit PowerOfTwo(int e) : first(std::ldexp(1.0, e / 2)), second(std::ldexp(1.0, e - e / 2)) {}
  double operator()(double x) const { return x * first * second; }
  double first, second;
};

double largest_size(const MatrixXd& a) { return a.size() == 0 ? 0 : a.cwiseAbs().maxCoeff(); }

/// An e with |x| ≤ 2^e; for tiny x no smaller than keeps 2^-e in range.
int exponent_above(double x) {
  constexpr int lowest = -1000, highest = 1024;
  if (!(x < std::ldexp(1.0, 1023))) return highest;
  return x > 0 ? std::max(std::ilogb(x) + 1, lowest) : lowest;
}

/// A scaled number ≥ 0 in single precision, `least` at least; zero if what was scaled is.
float in_single_precision(double scaled, bool of_zero) {
  constexpr float least = 0x1p-63F;
  return of_zero ? 0.0F : std::max(static_cast<float>(scaled), least);
}

/// Writes a block of rows and columns, each entry that of function(row, column).
template <class Function>
void fill(MatrixXf& target, Index first_row, Index rows, Index first_col, Index cols,
          Function function) {
  for (Index j = 0; j < cols; ++j) {
    for (Index i = 0; i < rows; ++i) target(first_row + i, first_col + j) = function(i, j);
  }
}

/// The exponents that bring the parts of both factors to at most 1. R·Q is (R/r)·(Q r), and r is
/// the power of two by which the largest of R is smaller than the largest of |A|.
struct Exponents {
  int a, radius_over_a, b;

  Exponents(const ProductFactor& left, const ProductFactor& right, double gamma)
      : a(exponent_above(largest_size(left.middle))), radius_over_a(0) {
    const double b_size = largest_size(right.middle);
    const double b_radius = right.radius == nullptr ? 0 : largest_size(*right.radius);
    b = exponent_above(gamma * b_size + b_radius);
    if (left.radius == nullptr) return;
    radius_over_a = exponent_above(largest_size(*left.radius)) - a;
    b = std::max(b, exponent_above(b_size + b_radius) + radius_over_a);
  }
};

/// [|A|, R] and [γ|B| + S; |B| + S] over a stretch of the inner dimension, multiplied.
class Sums {
 public:
  Sums(const ProductFactor& a, const ProductFactor& b, double gamma)
      : a_(a), b_(b), gamma_(gamma), exponents_(a, b, gamma) {}

  [[nodiscard]] const Exponents& exponents() const { return exponents_; }

  [[nodiscard]] MatrixXf over(Index first, Index count) const {
    return single_precision_product(left(first, count), right(first, count));
  }

 private:
  [[nodiscard]] Index parts() const { return a_.radius == nullptr ? 1 : 2; }

  [[nodiscard]] MatrixXf left(Index first, Index count) const {
    const Index rows = a_.middle.rows();
    MatrixXf result(rows, parts() * count);
    const auto write = [&](const MatrixXd& from, Index at, int exponent) {
      const PowerOfTwo scale(-exponent);
      fill(result, 0, rows, at, count, [&](Index i, Index j) {
        const double x = std::abs(from(i, first + j));
        return in_single_precision(scale(x), x == 0);
      });
    };
    write(a_.middle, 0, exponents_.a);
    if (a_.radius != nullptr) write(*a_.radius, count, exponents_.a + exponents_.radius_over_a);
    return result;
  }

  [[nodiscard]] MatrixXf right(Index first, Index count) const {
    const Index cols = b_.middle.cols();
    MatrixXf result(parts() * count, cols);
    const auto write = [&](double share, Index at, int exponent) {
      const PowerOfTwo scale(exponent);
      fill(result, at, count, 0, cols, [&](Index i, Index j) {
        const double x = std::abs(b_.middle(first + i, j));
        const double s = b_.radius == nullptr ? 0 : (*b_.radius)(first + i, j);
        return in_single_precision(share * scale(x) + scale(s), x == 0 && s == 0);
      });
    };
    write(gamma_, 0, -exponents_.b);
    if (a_.radius != nullptr) write(1, count, exponents_.radius_over_a - exponents_.b);
    return result;
  }

  const ProductFactor& a_;
  const ProductFactor& b_;
  double gamma_;
  Exponents exponents_;
};

}  // namespace

MatrixXd product_radius(const ProductFactor& a, const ProductFactor& b, double gamma) {
  const Sums sums(a, b, gamma);
  MatrixXd total = MatrixXd::Zero(a.middle.rows(), b.middle.cols());
  const Index inner = a.middle.cols(), stretch = most_terms / 2;
  for (Index first = 0; first < inner; first += stretch) {
    total += sums.over(first, std::min(stretch, inner - first)).cast<double>();
  }
  // Two roundings to single precision and those of the sum: 1/(1 − γ_k) ≤ 1 + 2 k u, with room for
  // the few in double precision around them.
  const auto roundings = static_cast<double>(2 * std::min(stretch, inner) + 2);
  const PowerOfTwo scale(sums.exponents().a + sums.exponents().b);
  const double factor = 1 + 2 * roundings * single_roundoff;
  for (double& sum : total.reshaped()) sum = scale(sum * factor) + underflow_cover;
  return total;
}

}  // namespace asymptest::rigor
