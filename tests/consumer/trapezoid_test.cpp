// Verdicts within a GoogleTest suite: the trapezoid rule has order 2, and loses half a power to a
// root.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "asymptest/inference/follows.hpp"

namespace {

using namespace asymptest;

double trapezoid(double (*f)(double), double h) {
  const long steps = std::lround(1 / h);
  double sum = (f(0) + f(1)) / 2;
  for (long i = 1; i < steps; ++i) sum += f(static_cast<double>(i) * h);
  return sum * h;
}

std::vector<PointTrials> errors(double (*f)(double), double integral) {
  std::map<double, std::vector<double>> values;
  for (double h = 1.0 / 4; h > 1.0 / 5000; h /= 2)
    values[h] = {std::abs(trapezoid(f, h) - integral)};
  return trials_on("h", values);
}

Prediction order(double power) { return theta({{"h", power}}).within(0.1).towards(Towards::zero); }

TEST(Trapezoid, HasOrderTwo) { EXPECT_THAT(errors(std::exp, std::exp(1) - 1), Follows(order(2))); }

TEST(Trapezoid, LosesHalfAPowerToARoot) {
  EXPECT_THAT(errors(std::sqrt, 2.0 / 3), Follows(order(1.5)));
  EXPECT_THAT(errors(std::sqrt, 2.0 / 3), Refute(order(2)));
}

}  // namespace
