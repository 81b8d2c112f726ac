#include "product_check.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>
#include <cstdio>

#include "rigor/interval_matrix.hpp"

namespace {

/// Holds a sum of a few hundred products of doubles between 2^-20 and 2^20 without error: 106 bits
/// of a product, 80 of the range, 9 of the count.
using Wide = boost::multiprecision::number<
    boost::multiprecision::cpp_bin_float<320, boost::multiprecision::digit_base_2>>;

/// Numbers of all sizes from 2^-20 to 2^20 and both signs, so that sums cancel and round.
Eigen::MatrixXd scattered(Eigen::Index rows, Eigen::Index cols, double seed) {
  Eigen::MatrixXd a(rows, cols);
  double x = seed;
  for (double& entry : a.reshaped()) {
    x = std::fmod(x * 3.9173 + 0.1, 4.0) + 0x1p-30;
    entry = std::ldexp(x - 2, static_cast<int>(std::fmod(x * 1e6, 40.0)) - 20);
  }
  return a;
}

bool holds(const asymptest::rigor::Interval& enclosure, const Wide& exact) {
  return Wide(enclosure.lower()) <= exact && exact <= Wide(enclosure.upper());
}

}  // namespace

bool products_are_enclosed() {
  long checked = 0;
  long missed = 0;
  for (const Eigen::Index inner : {1, 2, 7, 64, 301}) {
    const Eigen::MatrixXd a = scattered(24, inner, 1.1);
    const Eigen::MatrixXd b = scattered(inner, 24, 2.3);
    const auto enclosed = asymptest::rigor::product(a, b);
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
      for (Eigen::Index j = 0; j < b.cols(); ++j) {
        Wide exact = 0;
        for (Eigen::Index k = 0; k < inner; ++k) exact += Wide(a(i, k)) * Wide(b(k, j));
        ++checked;
        if (!holds(enclosed(i, j), exact)) ++missed;
      }
    }
  }
  std::printf("%-9s %ld numbers, %ld missed\n", "matrices", checked, missed);
  return checked > 0 && missed == 0;
}
