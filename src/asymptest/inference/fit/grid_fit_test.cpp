#include "asymptest/inference/fit/grid_fit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <vector>

#include "asymptest/inference/calibration/calibration.hpp"
#include "asymptest/inference/fit/power_law_fit.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/laws/power/power_law.hpp"
#include "asymptest/inference/verdict/region.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::grid_fit_test {
namespace {

using GridShape = std::function<double(double x, double y)>;

constexpr double grid_alpha = 0.01;
constexpr double first_exponent = -0.5, second_exponent = -1;
constexpr RegionChances grid_chances{exponent_chance_at_edge, grid_alpha};

double no_correction(double, double) { return 1; }

PowerLaw two_factors(double first = first_exponent) {
  return std::get<PowerLaw>(theta({{"x", first}, {"y", second_exponent}}).within(0.05).kind());
}

// Log means at 8 × 8 doublings from 16, each with the error of 512 trials of 40 % noise: over the
// other factor's sizes as much as the 4096 trials of the calibration.
Statistics on_grid(const GridShape& shape, double noise, std::uint64_t seed,
                   double exponent = first_exponent) {
  constexpr int sizes = 8, trials = 512;
  const double error = 0.4 / std::sqrt(trials);
  Stream random({seed, "grid-fit-test", "", 0});
  Statistics all{{}, true, sizes * sizes * (trials - 1.0)};
  for (int i = 0; i < sizes; ++i) {
    for (int j = 0; j < sizes; ++j) {
      const double x = 16 * std::exp2(i), y = 16 * std::exp2(j);
      const double value = std::pow(x, exponent) * std::pow(y, second_exponent) * shape(x, y);
      all.points.push_back({Point{{"x", x}, {"y", y}}, trials,
                            std::log(value) + noise * error * random.normal(), error});
    }
  }
  return all;
}

TEST(GridFit, FindsTheExponentsAndTheLawOfExactData) {
  // The nonlinear parameters are found to where the fitted law is right within the data's errors,
  // 0.4/64, and a sixteenth of them to spare.
  constexpr double spare = 0.4 / 64 / 16;
  const Statistics data =
      on_grid([](double x, double y) { return (1 + 1 / std::sqrt(x)) * (1 - 2 / y); }, 0, 1);
  const auto fit = fit_on_grid(two_factors(), data, grid_chances);
  ASSERT_TRUE(fit.has_value());
  EXPECT_NEAR(fit->exponents[0].estimate, first_exponent, spare);
  EXPECT_NEAR(fit->exponents[1].estimate, second_exponent, spare);
  for (std::size_t i = 0; i < data.points.size(); ++i) {
    EXPECT_NEAR(fit->fitted[i], data.points[i].log_value, spare);
  }
}

TEST(GridFit, LeavesToOthersWhatIsNoFullGrid) {
  Statistics data = on_grid(no_correction, 1, 1);
  data.points.pop_back();
  EXPECT_FALSE(fit_on_grid(two_factors(), data, grid_chances).has_value());
}

TEST(GridFit, FitsEachFactorAsALawOfItsOwnWithTheOthersAveragedOut) {
  constexpr double rounding = 1e-9;  // of sums in another order, relative to the exponents
  const Statistics data = on_grid(no_correction, 1, 1);
  Statistics means{{}, true, data.degrees};
  for (std::size_t i = 0; i < 8; ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < 8; ++j) sum += data.points[8 * i + j].log_value;
    const PointStatistic& first = data.points[8 * i];
    means.points.push_back({first.at, 4096, sum / 8, 0.4 / 64});
  }
  PowerLaw one = two_factors();
  one.factors.pop_back();
  const PowerLawFit expected =
      fit_power_law(one, means, {grid_chances.edge / 2, grid_chances.alpha / 2});
  const ExponentRegion found = fit_on_grid(two_factors(), data, grid_chances)->exponents[0];
  EXPECT_NEAR(found.estimate, expected.exponents[0].estimate, rounding);
  EXPECT_NEAR(found.outer.lower, expected.exponents[0].outer.lower, rounding);
  EXPECT_NEAR(found.inner.upper, expected.exponents[0].inner.upper, rounding);
}

struct GridFamily {
  std::string name;
  GridShape shape;
  bool up_to_logs = false;
  double least_power = 0;
};

// Corrections at the corner of what is promised, in both factors and mixed; logarithms declared and
// hidden. Over seven doublings a correction may be a logarithm of another scale; the pure law
// can't.
std::vector<GridFamily> grid_families() {
  return {{"pure", no_correction, false, 0.9},
          {"(1+1x^-1)(1+1y^-1)", [](double x, double y) { return (1 + 1 / x) * (1 + 1 / y); }},
          {"1+x^-0.5+y^-1", [](double x, double y) { return 1 + std::pow(x, -0.5) + 1 / y; }},
          {"1+4x^-0.3", [](double x, double) { return 1 + 4 * std::pow(x, -0.3); }},
          {"1-0.7x^-0.3", [](double x, double) { return 1 - 0.7 * std::pow(x, -0.3); }},
          {"(log x)^0.5", [](double x, double) { return std::sqrt(std::log(x)); }},
          {"log x log y (declared)", [](double x, double y) { return std::log(x) * std::log(y); },
           true}};
}

// A rate is called too high, or too low, only if it is so with 99.9 % confidence.
constexpr double grid_confidence = 0.998;
constexpr std::int64_t grid_data_sets = 30;

Decisions decisions_on_grid(const GridFamily& family, double bands) {
  constexpr double band = 0.05;
  auto prediction =
      theta({{"x", first_exponent}, {"y", second_exponent}}).within(band).because("test");
  if (family.up_to_logs) prediction.up_to_logs();
  Decisions decisions;
  for (std::uint64_t r = 0; r < static_cast<std::uint64_t>(grid_data_sets); ++r) {
    const Statistics data = on_grid(family.shape, 1, r, first_exponent + bands * band);
    decisions.count(decide_power_law(prediction, Polarity::exact, data, grid_alpha).outcome);
  }
  return decisions;
}

TEST(GridFit, IsHardlyEverWrongWhateverTheCorrections) {
  for (const GridFamily& family : grid_families()) {
    for (const double bands : {0.0, -2.0, 2.0}) {
      const Decisions d = decisions_on_grid(family, bands);
      const std::int64_t wrong = bands == 0 ? d.refuted : d.supported;
      EXPECT_LE(clopper_pearson(wrong, grid_data_sets, grid_confidence).lower, grid_alpha)
          << family.name << " at " << bands << " bands";
      const std::int64_t right = bands == 0 ? d.supported : d.refuted;
      EXPECT_GE(clopper_pearson(right, grid_data_sets, grid_confidence).upper, family.least_power)
          << family.name << " at " << bands << " bands";
    }
  }
}

}  // namespace
}  // namespace asymptest::grid_fit_test
