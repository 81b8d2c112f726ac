#include "asymptest/inference/correction/finite_size.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace asymptest::finite_size_test {
namespace {

using Kind = FiniteSize::Kind;

constexpr double rounding = 1e-12;

std::vector<double> log_sizes() {
  std::vector<double> x;
  for (int i = 0; i < 8; ++i) x.push_back(std::log(16.0) + i * std::log(2.0));
  return x;
}

std::vector<double> rays_of(const FiniteSize& family, double theta, double exponent = -0.5) {
  const auto x = log_sizes();
  std::vector<double> rays(family.rays() * x.size());
  family.write_rays(theta, exponent, x, x.front(), x.back(), rays);
  return rays;
}

// Amplitude of x^−ω relative to the constant in one ray, from its first and last values.
double amplitude(const std::vector<double>& rays, std::size_t ray, double omega) {
  const auto x = log_sizes();
  const double first = rays[ray * 8], last = rays[ray * 8 + 7];
  const double u = std::exp(-omega * x.front()), v = std::exp(-omega * x.back());
  const double b = (first - last) / (u - v);
  return b / (first - b * u);
}

TEST(FiniteSize, ACorrectionSpansTheStatedAmplitudes) {
  constexpr double omega = 0.5;
  const auto rays = rays_of({Kind::correction, 0.3, 2.5, 12}, omega);
  EXPECT_NEAR(amplitude(rays, 0, omega) / std::sqrt(16), -0.95, rounding)
      << "so negative that 5 % of the leading term is left at the smallest size";
  EXPECT_NEAR(amplitude(rays, 1, omega) / std::sqrt(16), 1.744, rounding)
      << "1.744 times the leading term at the smallest size";
  EXPECT_NEAR(amplitude(rays_of({Kind::correction, 0.3, 2.5, 12}, 2), 1, 2) / std::pow(2048, 2),
              0.1, rounding)
      << "or a tenth of it at the largest";
}

TEST(FiniteSize, EveryRayIsPositiveOverTheWholeRangeOfTheta) {
  for (const bool logs : {false, true}) {
    for (const FiniteSize& family : finite_size_families({}, logs)) {
      for (const double part : {0.0, 0.3, 1.0}) {
        const auto rays = rays_of(family, family.lower + part * (family.upper - family.lower));
        EXPECT_GT(*std::min_element(rays.begin(), rays.end()), 0)
            << family.describe(family.lower, "x");
      }
    }
  }
}

TEST(FiniteSize, ALogarithmAndAShiftAreWhatTheySay) {
  const auto x = log_sizes();
  const auto logged = rays_of({Kind::logarithm, -1, 1, 12}, 0.5);
  const auto shifted = rays_of({Kind::shift, -0.9, 8, 10}, 2, -0.5);
  for (std::size_t i = 0; i < x.size(); ++i) {
    EXPECT_NEAR(logged[i], std::sqrt(x[i] / x.back()), rounding);
    EXPECT_NEAR(shifted[i] * std::exp(-0.5 * x[i]), std::pow(std::exp(x[i]) + 32, -0.5), rounding);
  }
}

TEST(FiniteSize, TwoCorrectionsHoldBothSignsOfTheSecond) {
  const FiniteSize rising{Kind::rising_corrections, 0.3, 1.25, 6, 2};
  const auto rays = rays_of(rising, 0.5);
  // At the smallest size the rays are 1, 1 + b − b and 1 + b + b.
  EXPECT_NEAR(rays[0], 1, rounding);
  EXPECT_NEAR(rays[8], 1, rounding);
  EXPECT_NEAR(rays[16], 3, rounding);
}

TEST(FiniteSizeFamilies, KeepToTheCorrectionThatTheLawDeclares) {
  for (const FiniteSize& family : finite_size_families(0.5, false)) {
    EXPECT_EQ(family.lower, 0.5);
    EXPECT_EQ(family.upper, 0.5);
  }
}

TEST(FiniteSizeFamilies, AllowForLogarithmsBothHiddenAndDeclared) {
  const auto widest = [](bool declared) {
    double power = 0;
    for (const FiniteSize& f : finite_size_families({}, declared)) {
      if (f.kind == Kind::logarithm || f.kind == Kind::corrected_logarithm) power = f.upper;
    }
    return power;
  };
  EXPECT_GT(widest(false), 1) << "log x itself lies within, not on the edge";
  EXPECT_GT(widest(true), widest(false));
}

}  // namespace
}  // namespace asymptest::finite_size_test
