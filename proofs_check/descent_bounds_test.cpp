#include "descent_bounds.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::descent_bounds_test {
namespace {

using rigor::Rational;

TEST(DescentBounds, Follow) {
  EXPECT_EQ(fault_of_inequality(1), "");
  EXPECT_EQ(fault_of_descent(1), "");
  EXPECT_EQ(fault_of_contraction(true), "");
  EXPECT_EQ(fault_of_path(1), "");
  EXPECT_EQ(fault_of_flow(1), "");
}

/// The constants are attained, by what follows: a claim any stronger must not go through.
TEST(DescentBounds, AreSharp) {
  EXPECT_NE(fault_of_inequality(Rational(1000001, 1000000)), "");
  EXPECT_NE(fault_of_descent(Rational(999999, 1000000)), "");
  EXPECT_NE(fault_of_contraction(false), "");
  EXPECT_NE(fault_of_path(Rational(999999, 1000000)), "");
  EXPECT_NE(fault_of_flow(2), "");
}

/// The oracle: L = ½βw², on which a step's fall is known exactly, is an equality of `descent`.
TEST(DescentBounds, AreAttainedOnAQuadratic) {
  // A few units in the last place of numbers below 1.
  constexpr double rounding = 1e-15;
  const double beta = 3, w = 0.7, eta = 0.2;
  const auto loss = [=](double at) { return beta * at * at / 2; };
  const double gradient = beta * w;
  const double bound = loss(w) - eta * (1 - eta * beta / 2) * gradient * gradient;
  EXPECT_NEAR(loss(w - eta * gradient), bound, rounding);
  // The flow on it goes straight to the zero, |w| away: √(2L/μ) with μ = β.
  EXPECT_NEAR(std::sqrt(2 * loss(w) / beta), w, rounding);
}

}  // namespace
}  // namespace asymptest::descent_bounds_test
