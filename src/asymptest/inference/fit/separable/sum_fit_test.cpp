#include "asymptest/inference/fit/separable/sum_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/laws/power/power_law.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::sum_fit_test {
namespace {

// Of Hoffmann et al. 2022, equation 10, in the range of its models: millions of
// parameters, and billions of tokens.
constexpr double limit = 1.69, first = 0.34, second = 0.28;
constexpr double alpha = 0.01, band = 0.1;
constexpr RegionChances chances{.edge = 0.25, .alpha = alpha};

double chinchilla(double n, double d) {
  return limit + 406.4 * std::pow(n * 1e6, -first) + 410.7 * std::pow(d * 1e9, -second);
}

// A 6 × 6 grid of factors of four.
Statistics on_grid(double noise, std::uint64_t seed) {
  Statistics statistics{{}, true, 72};
  Stream random({seed, "sum-fit-test", "", 0});
  for (int i = 0; i < 6; ++i) {
    for (int j = 0; j < 6; ++j) {
      const double n = 16 * std::pow(4, i), d = 0.25 * std::pow(4, j);
      statistics.points.push_back({Point{{"N", n}, {"D", d}}, 3,
                                   std::log(chinchilla(n, d)) + noise * random.normal(),
                                   std::max(noise, 1e-3)});
    }
  }
  return statistics;
}

Prediction law(double a = -first, double b = -second) {
  return theta_sum({{"N", a}, {"D", b}}).plus_constant().towards(Towards::infinity).within(band);
}

PowerLawFit fit(const Statistics& data) {
  return fit_sum(std::get<PowerLaw>(law().kind()), data, chances);
}

TEST(SumFit, FindsTheThreeParametersOfExactData) {
  constexpr double found = 1e-4;  // of a minimum that is flat beyond half of a double's digits
  const PowerLawFit exact = fit(on_grid(0, 1));
  EXPECT_NEAR(exact.exponents[0].estimate, -first, found);
  EXPECT_NEAR(exact.exponents[1].estimate, -second, found);
  EXPECT_NEAR(*exact.constant, limit, found);
  EXPECT_TRUE(exact.adequate);
}

TEST(SumFit, CoversAllThreeAndDecides) {
  constexpr int replicates = 15;
  constexpr double noise = 0.002;
  int missed = 0, supported = 0, wrong = 0;
  for (std::uint64_t r = 1; r <= replicates; ++r) {
    const Statistics data = on_grid(noise, r);
    const PowerLawFit f = fit(data);
    const auto misses = [](const Bounds& b, double truth) {
      return truth < b.lower || truth > b.upper;
    };
    missed += misses(f.exponents[0].outer, -first) || misses(f.exponents[1].outer, -second) ||
              misses(*f.constant_region, limit);
    supported +=
        decide_power_law(law(), Polarity::exact, data, alpha).outcome == Outcome::supported;
    wrong += decide_power_law(law(-first + 2 * band), Polarity::exact, data, alpha).outcome ==
             Outcome::supported;
  }
  EXPECT_LE(clopper_pearson(missed, replicates, 0.999).lower, alpha);
  EXPECT_GE(supported, 0.8 * replicates);
  EXPECT_EQ(wrong, 0);
}

TEST(SumFit, LeavesOpenWhatShortSweepsDoNotTell) {
  Statistics few = on_grid(0.02, 1);
  std::erase_if(few.points, [](const auto& p) { return p.at["D"] > 100 || p.at["N"] > 2000; });
  const Verdict v = decide_power_law(law(), Polarity::exact, few, alpha);
  EXPECT_EQ(v.outcome, Outcome::inconclusive);
}

TEST(SumFit, FitsASumWithoutAConstant) {
  Statistics data{{}, true, 72};
  for (int i = 0; i < 6; ++i) {
    for (int j = 0; j < 6; ++j) {
      const double n = std::exp2(i + 1), d = std::exp2(j + 1);
      data.points.push_back(
          {Point{{"N", n}, {"D", d}}, 3, std::log(3 / n + 2 * std::sqrt(d)), 1e-3});
    }
  }
  const Prediction sum = theta_sum({{"N", -1}, {"D", 0.5}}).within(band);
  const PowerLawFit f = fit_sum(std::get<PowerLaw>(sum.kind()), data, chances);
  constexpr double found = 1e-4;
  EXPECT_NEAR(f.exponents[0].estimate, -1, found);
  EXPECT_NEAR(f.exponents[1].estimate, 0.5, found);
  EXPECT_FALSE(f.constant.has_value());
  EXPECT_EQ(decide_power_law(sum, Polarity::exact, data, alpha).outcome, Outcome::supported);
}

TEST(SumFit, RefusesWhatIsNoSumOfTwoPowers) {
  EXPECT_THROW(theta_sum({{"N", -1}}), std::invalid_argument);
  PowerLaw logs = std::get<PowerLaw>(law().kind());
  logs.up_to_logs = true;
  EXPECT_THROW(fit_sum(logs, on_grid(0.01, 1), chances), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::sum_fit_test
