#include "tangent_kernel_bounds.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::tangent_kernel_bounds_test {
namespace {

using rigor::Rational;

/// The largest of p² + (q + ap)² on the unit circle, searched.
double largest_on_circle(double a) {
  double most = 0;
  for (int i = 0; i < 100000; ++i) {
    const double angle = i * (M_PI / 100000);
    const double p = std::cos(angle), q = std::sin(angle);
    most = std::max(most, p * p + (q + a * p) * (q + a * p));
  }
  return most;
}

/// What is proved is true, and attained: no smaller factor could be proved.
TEST(Kappa, IsTheLargestEigenvalueAndNoLess) {
  EXPECT_EQ(fault_of_kappa(1, true), "");
  EXPECT_NE(fault_of_kappa(Rational(999999, 1000000), true), "");
  EXPECT_NE(fault_of_kappa(1, false), "");
  for (const double a : {0.0, 0.3, 1.0, 7.0}) {
    const double formula = 1 + a * a / 2 + a * std::sqrt(1 + a * a / 4);
    constexpr double step = M_PI / 100000;  // the grid misses at most formula · step² of it
    EXPECT_NEAR(largest_on_circle(a), formula, formula * step * step);
  }
}

TEST(ShrunkSingularValue, LosesTheWholeChange) {
  EXPECT_EQ(fault_of_shrunk_singular_value(1), "");
  EXPECT_NE(fault_of_shrunk_singular_value(Rational(99, 100)), "");
  EXPECT_NE(fault_of_shrunk_singular_value(0), "");
}

}  // namespace
}  // namespace asymptest::tangent_kernel_bounds_test
