#include "asymptest/inference/correction/finite_size.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace asymptest::finite_size_test {
namespace {

using Kind = FiniteSize::Kind;

constexpr double rounding = 1e-12;
constexpr bool up_to_logs = true;
constexpr double long_range = 7, short_range = 4.9;  // ten doublings and seven

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

TEST(FiniteSize, ACorrectionThatLeadsGoesOnWhereTheOrdinaryOneEnds) {
  constexpr double omega = 0.5;
  const auto rays = rays_of({Kind::leading_correction, 0.45, 2.5, 6}, omega);
  EXPECT_NEAR(amplitude(rays, 0, omega) / std::sqrt(16), 1.744, rounding);
  EXPECT_NEAR(amplitude(rays, 1, omega) / std::sqrt(16), 2 * std::sqrt(128), rounding)
      << "twice the leading term at the last size";
  const auto fast = rays_of({Kind::leading_correction, 0.45, 2.5, 6}, 2);
  constexpr double most = 1000;
  // The amplitude is over the leading term, which is what rounding of the whole leaves of 1 in
  // 1001.
  EXPECT_NEAR(amplitude(fast, 1, 2) / std::pow(16, 2) / most, 1, most * rounding);
}

TEST(FiniteSize, EveryRayIsPositiveOverTheWholeRangeOfTheta) {
  for (const bool logs : {false, true}) {
    for (const FiniteSize& family :
         finite_size_families({}, logs, Growth::measured_cost, long_range)) {
      for (const double part : {0.0, 0.3, 1.0}) {
        const auto rays = rays_of(family, family.lower + part * (family.upper - family.lower));
        EXPECT_GT(*std::min_element(rays.begin(), rays.end()), 0)
            << family.describe(family.lower, "x");
      }
    }
  }
}

TEST(FiniteSize, ALogarithmAndAShiftAreWhatTheySay) {
  // Square root of log(x/4): log(x/16) + log 4.
  const auto x = log_sizes();
  const double share = 1 / (1 + std::log(4.0));
  const auto logged = rays_of({.kind = Kind::scaled_logarithm, .power = 0.5}, share);
  const auto natural = rays_of({.kind = Kind::logarithm}, -1.25);
  const auto shifted = rays_of({Kind::shift, -0.9, 8, 10}, 2, -0.5);
  const double last = x.back() - std::log(4.0);
  for (std::size_t i = 0; i < x.size(); ++i) {
    EXPECT_NEAR(logged[i], std::sqrt((x[i] - std::log(4.0)) / last), rounding);
    EXPECT_NEAR(natural[i], std::pow(x[i] / x.back(), -1.25), rounding);
    EXPECT_NEAR(shifted[i] * std::exp(-0.5 * x[i]), std::pow(std::exp(x[i]) + 32, -0.5), rounding);
  }
}

TEST(FiniteSize, AGrowingLogarithmHoldsAnOverhead) {
  // x^a·log x plus three times its first value: as much of the ray with the largest overhead as
  // makes three of its hundred times; scaled by that ray's 1 + 100·g(first).
  const auto x = log_sizes();
  const double share = 1 / (1 + std::log(16.0)), most = 100, wanted = 3, a = 1.5;
  const auto rays = rays_of({.kind = Kind::growing_logarithm}, share, a);
  ASSERT_EQ(rays.size(), 16);
  const double scale = 1 + most * x.front() / x.back();
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double law = (x[i] + wanted * x.front() * std::exp(a * (x.front() - x[i]))) / x.back();
    const double part = wanted / most;
    EXPECT_NEAR((1 - part) * rays[i] + part * scale * rays[8 + i], law, rounding);
  }
}

TEST(FiniteSize, ALogarithmThatFallsHasNoOverhead) {
  const double share = 1 / (1 + std::log(16.0));
  const auto rays = rays_of({.kind = Kind::growing_logarithm}, share, -0.5);
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(rays[i], rays[8 + i]);
}

TEST(FiniteSize, ADeclaredLogarithmIsCorrectedByItselfOrByAnOverhead) {
  const auto x = log_sizes();
  const double share = 1 / (1 + std::log(16.0)), omega = 0.5;
  // A constant beside what grows as x^1.5 or x^0.5, k/x beside what falls; a tenth of the law at
  // 2^7 times the first size, or as much as any correction at the first.
  for (const auto& [a, falls_by] : {std::pair{1.5, 1.5}, {0.5, 0.5}, {-0.5, 1.0}}) {
    const auto rays =
        rays_of({.kind = Kind::corrected_logarithm, .power = 1, .omega = omega}, share, a);
    ASSERT_EQ(rays.size(), 24);
    const double most = 1.744, first = x.front() / x.back();
    const double most_overhead = std::max(most * first, 0.1 * std::pow(128, falls_by));
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double g = x[i] / x.back();
      const double u = std::exp(-omega * (x[i] - x.front()));
      EXPECT_NEAR(rays[i], g * (1 - 0.95 * u), rounding);
      EXPECT_NEAR(rays[8 + i], g * (1 + most * u) / (1 + most), rounding);
      const double v = std::exp(falls_by * (x.front() - x[i]));
      EXPECT_NEAR(rays[16 + i], (g + most_overhead * v) / (1 + most_overhead), rounding) << a;
    }
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
  for (const FiniteSize& family :
       finite_size_families(0.5, !up_to_logs, Growth::some, long_range)) {
    EXPECT_EQ(family.lower, 0.5);
    EXPECT_EQ(family.upper, 0.5);
  }
}

TEST(FiniteSizeFamilies, DoNotDependOnTheUnitOfTheSizes) {
  const auto x = log_sizes();
  std::vector<double> moved = x;
  for (double& v : moved) v += std::log(1e6);
  for (const bool logs : {false, true}) {
    for (const FiniteSize& family :
         finite_size_families({}, logs, Growth::measured_cost, long_range)) {
      std::vector<double> here(family.rays() * x.size()), there = here;
      const double theta = (family.lower + family.upper) / 2;
      for (const double exponent : {-0.5, 1.5}) {
        family.write_rays(theta, exponent, x, x.front(), x.back(), here);
        family.write_rays(theta, exponent, moved, moved.front(), moved.back(), there);
        for (std::size_t i = 0; i < here.size(); ++i) {
          EXPECT_NEAR(here[i], there[i], rounding * std::max(1.0, here[i]));
        }
      }
    }
  }
}

// Largest log(x_min/x0) of hidden logarithms to the power q, 0 if there are none.
double most_offset(double power, double log_range) {
  double most = 0;
  for (const FiniteSize& f : finite_size_families({}, !up_to_logs, Growth::none, log_range)) {
    if (f.kind == Kind::scaled_logarithm && f.power == power) most = 1 / f.lower - 1;
  }
  return most;
}

TEST(FiniteSizeFamilies, AllowForHiddenLogarithmsAsTheDocumentationSays) {
  for (const double power : {-1.0, 0.5, 1.0, 2.0}) {
    EXPECT_NEAR(most_offset(power, long_range), 10, rounding);
    EXPECT_NEAR(most_offset(power, short_range), power == 1 ? 10 : 0, rounding);
  }
}

TEST(FiniteSizeFamilies, AllowForAnOverheadOfWhatGrowsAlone) {
  const auto with_overhead = [](Growth growth) {
    const auto all = finite_size_families({}, !up_to_logs, growth, long_range);
    return std::count_if(all.begin(), all.end(),
                         [](const auto& f) { return f.kind == Kind::growing_logarithm; });
  };
  EXPECT_EQ(with_overhead(Growth::some), 3) << "to the powers 1/2, 1 and 2";
  EXPECT_EQ(with_overhead(Growth::measured_cost), 4) << "and beside one a few per cent";
  EXPECT_EQ(with_overhead(Growth::none), 0);
}

TEST(FiniteSizeFamilies, AllowForACorrectionThatLeadsWhereTheSweepMayBeginEarly) {
  for (const bool begins_early : {false, true}) {
    const auto all = finite_size_families({}, !up_to_logs, Growth::none, long_range,
                                          {.begins_early = begins_early});
    EXPECT_EQ(std::count_if(all.begin(), all.end(),
                            [](const auto& f) { return f.kind == Kind::leading_correction; }),
              begins_early ? 1 : 0);
  }
}

TEST(FiniteSize, TwoTermsMayLeadAtTheFirstSizes) {
  // n³ + 50n² + 50 000 from 16 on, over n³.
  const auto x = log_sizes();
  const auto rays = rays_of({Kind::leading_overhead, 0.3, 2.5, 8}, 1, 3);
  const double first = 50.0 / 16, overhead = 50000.0 / std::pow(16, 3);
  const double most = amplitude(rays, 1, 1) / 16;
  const double most_overhead = amplitude(rays, 2, 3) / std::pow(16, 3);
  EXPECT_NEAR(most, 256, 1e-9) << "twice the leading term at the last size";
  EXPECT_NEAR(most_overhead, 1000, 1e-6) << "or a thousand times at the first";
  const double slow = first * (1 + most) / most;
  const double fast = overhead * (1 + most_overhead) / most_overhead;
  const double alone = 1 - first / most - overhead / most_overhead;
  ASSERT_GT(alone, 0) << "so that the law lies within the cone";
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double n = std::exp(x[i]), law = 1 + 50 / n + 50000 / (n * n * n);
    const double fitted = alone * rays[i] + slow * rays[8 + i] + fast * rays[16 + i];
    EXPECT_NEAR(fitted / law, 1, rounding) << n;
  }
}

TEST(FiniteSize, ASaturationIsLinearInItsInverse) {
  const FiniteSize family{Kind::saturation, 0.3, 2.5, 8};
  ASSERT_TRUE(family.is_reciprocal());
  // (x + 500)/x from 16 on: 1 + 31.25·u^-1.
  const auto x = log_sizes();
  const auto rays = rays_of(family, 1);
  const double most = amplitude(rays, 1, 1) / 16;
  EXPECT_NEAR(most / (2 * 128), 1, rounding) << "two at the last size";
  const double weight = 31.25 * (1 + most) / most, alone = 1 - 31.25 / most;
  ASSERT_GT(alone, 0);
  for (std::size_t i = 0; i < x.size(); ++i) {
    EXPECT_NEAR(alone * rays[i] + weight * rays[8 + i], 1 + 500 / std::exp(x[i]), rounding);
  }
}

TEST(FiniteSize, TermsThatLeadLeaveTheLeadingOneAThirdOfTheLastSize) {
  constexpr double omega = 0.3;
  const auto rays = rays_of({Kind::leading_corrections, 0.3, 2.5, 8}, omega);
  EXPECT_NEAR(amplitude(rays, 1, omega) / std::pow(2048, omega), 2, rounding);
  EXPECT_NEAR(amplitude(rays, 2, 2 * omega) / std::pow(2048, 2 * omega), 2, rounding);
}

TEST(FiniteSize, ALoneSlowTermMayLeadToTheLastSize) {
  constexpr double omega = 0.3;
  const auto rays = rays_of({Kind::slow_correction, 0.297, 1, 8}, omega);
  EXPECT_NEAR(amplitude(rays, 1, omega) / std::pow(2048, omega), 3, rounding);
  // x^-0.5 + 0.2·x^-0.2 over x^-0.2, from 16 to 2048: 5 x^-0.3 is half of the rest at the last
  // size.
  const double most = 3 * std::pow(128, omega), first = 5 * std::pow(16, -omega);
  ASSERT_LT(first, most) << "so that the law lies within the cone";
}

TEST(FiniteSize, AStretchedLogarithmIsWhatItSays) {
  const FiniteSize family{
      .kind = Kind::stretched, .lower = 0.1, .upper = 0.8, .steps = 8, .power = -1};
  const double offset = std::log(16.0);
  const auto ray = rays_of(family, 1 / (1 + offset));
  const auto x = log_sizes();
  for (std::size_t i = 0; i < x.size(); ++i) {
    EXPECT_NEAR(ray[i] / ray[0], std::exp(std::sqrt(x[0]) - std::sqrt(x[i])), rounding);
  }
}

std::vector<FiniteSize> of_own_data(bool logs, Growth growth, std::optional<double> omega = {}) {
  auto all = finite_size_families(omega, logs, growth, short_range,
                                  {.begins_early = true, .hides_terms = true});
  std::erase_if(all, [](const FiniteSize& f) { return !f.needs_evidence; });
  return all;
}

std::size_t count_of(const std::vector<FiniteSize>& families, Kind kind) {
  return static_cast<std::size_t>(std::count_if(
      families.begin(), families.end(), [&](const FiniteSize& f) { return f.kind == kind; }));
}

TEST(FiniteSizeFamilies, AllowForWhatPeoplesDataMayHide) {
  EXPECT_EQ(count_of(of_own_data(!up_to_logs, Growth::none), Kind::leading_corrections), 2U);
  EXPECT_EQ(count_of(of_own_data(!up_to_logs, Growth::none), Kind::saturation), 1U);
  EXPECT_EQ(count_of(of_own_data(!up_to_logs, Growth::none), Kind::shift), 1U) << "a late start";
  EXPECT_EQ(count_of(of_own_data(!up_to_logs, Growth::none), Kind::slow_correction), 1U);
  EXPECT_EQ(count_of(of_own_data(!up_to_logs, Growth::none), Kind::stretched), 1U);
  EXPECT_EQ(count_of(of_own_data(!up_to_logs, Growth::none), Kind::leading_overhead), 0U);
  EXPECT_EQ(count_of(of_own_data(!up_to_logs, Growth::some), Kind::leading_overhead), 1U);
  EXPECT_EQ(count_of(of_own_data(up_to_logs, Growth::none), Kind::leading_corrections), 0U);
  EXPECT_TRUE(of_own_data(!up_to_logs, Growth::some, 0.5).empty()) << "theory says which there are";
}

TEST(FiniteSizeFamilies, HoldNoLogarithmWhereTheoryExcludesThem) {
  for (const FiniteSize& f : finite_size_families({}, !up_to_logs, Growth::measured_cost,
                                                  long_range, {.logarithms = false})) {
    EXPECT_FALSE(f.is_hidden_logarithm());
  }
}

TEST(FiniteSizeFamilies, AllowForLogarithmsOfEveryPowerInPeoplesData) {
  std::set<double> powers, that_guard;
  for (const FiniteSize& f : of_own_data(!up_to_logs, Growth::some)) {
    if (f.guards_the_power) that_guard.insert(f.power);
    if (f.kind != Kind::scaled_logarithm || 1 / f.lower < 14) continue;
    EXPECT_NEAR(1 / f.lower - 1, 14, rounding);
    powers.insert(f.power);
  }
  EXPECT_EQ(powers, (std::set<double>{-3, -2, -1, -0.5, 0.5, 1, 2, 3}));
  EXPECT_EQ(that_guard, (std::set<double>{-1, 1})) << "where the power alone fits";
}

TEST(FiniteSizeFamilies, AllowForEveryScaleOfADeclaredLogarithm) {
  double widest = 0;
  for (const FiniteSize& f : finite_size_families({}, up_to_logs, Growth::none, long_range)) {
    if (f.kind != Kind::corrected_logarithm) continue;
    widest = std::max(widest, std::abs(f.power));
    EXPECT_EQ(f.lower, 0) << "down to a logarithm that is a constant";
  }
  EXPECT_EQ(widest, 2);
}

}  // namespace
}  // namespace asymptest::finite_size_test
