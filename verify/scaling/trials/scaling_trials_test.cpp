#include "scaling_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::scaling_trials_test {
namespace {

constexpr double standard_errors = 5;

/// Within the trials' own error, and `remainder` of what is expected.
void expect_mean(const Trial& trial, const Point& at, double expected, double remainder = 0) {
  const auto [mean, error] = trial_mean_and_error("scaling-trials-test", trial, at, 1000);
  EXPECT_NEAR(mean, expected, standard_errors * error + remainder * expected);
}

TEST(LatticeError, IsThatOfTheSecondDerivative) {
  // h⁴/120 · f''²: f'' has the mean square (2π)⁴/2 along each of d axes; and h²/12 · f'², (2π)²/2.
  // Taylor's next term is smaller by less than (2π/m)².
  const double m = 40, turn = 2 * std::numbers::pi, next = std::pow(turn / m, 2);
  const double linear = std::pow(turn / m, 4) / 240, constant = next / 24;
  const Point at{{"m", m}};
  expect_mean(lattice_error(Pieces::linear, Target::additive, 1), at, linear, next);
  expect_mean(lattice_error(Pieces::constant, Target::additive, 2), at, 2 * constant, next);
  expect_mean(sum_of_parts_error(Target::additive, 1, 1), at, 2 * linear, next);
  expect_mean(sum_of_parts_error(Target::coupled, 1, 2), at, 0.5);
  // Two jumps, missed by up to half a cell each: a share of 2/(4m), of squared size 4.
  expect_mean(lattice_error(Pieces::constant, Target::step, 1), at, 2 / m);
}

}  // namespace
}  // namespace asymptest::scaling::scaling_trials_test
