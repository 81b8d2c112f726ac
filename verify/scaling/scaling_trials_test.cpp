#include "scaling_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::scaling_trials_test {
namespace {

double mean_of(const Trial& trial, const Point& at, std::uint64_t trials = 400) {
  return trial_mean("scaling-trials-test", trial, at, trials);
}

TEST(LatticeError, IsThatOfTheSecondDerivative) {
  // h⁴/120 · f''²: f'' has the mean square (2π)⁴/2 along each of d axes; and h²/12 · f'², (2π)²/2.
  const double m = 40, turn = 2 * std::numbers::pi;
  const double linear = std::pow(turn / m, 4) / 240, constant = std::pow(turn / m, 2) / 24;
  const Point at{{"m", m}};
  EXPECT_NEAR(mean_of(lattice_error(Pieces::linear, Target::additive, 1), at), linear,
              0.05 * linear);
  EXPECT_NEAR(mean_of(lattice_error(Pieces::constant, Target::additive, 2), at), 2 * constant,
              0.05 * 2 * constant);
  EXPECT_NEAR(mean_of(sum_of_parts_error(Target::additive, 1, 1), at), 2 * linear, 0.1 * linear);
  EXPECT_NEAR(mean_of(sum_of_parts_error(Target::coupled, 1, 2), at), 0.5, 0.01);
  // Two jumps, missed by up to half a cell each: a share of 2/(4m), of squared size 4.
  EXPECT_NEAR(mean_of(lattice_error(Pieces::constant, Target::step, 1), at, 2000), 2 / m,
              0.2 * 2 / m);
}

}  // namespace
}  // namespace asymptest::scaling::scaling_trials_test
