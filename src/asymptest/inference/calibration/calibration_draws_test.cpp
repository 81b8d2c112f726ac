#include "asymptest/inference/calibration/calibration_draws.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <set>
#include <utility>

namespace asymptest::calibration_draws_test {
namespace {

TEST(Draw, GivesEachPointOfAGridOnceWithTheProductOfItsFactors) {
  // Of a mean of 512 trials with 40 % noise: seen once in 5·10⁸ points.
  const double six_errors = 6 * 0.4 / std::sqrt(512.0);
  for (const CalibrationFamily& f : calibration_families()) {
    if (f.name != "(1-0.5x^-0.5)(1+2y^-1) (8 x 8)") continue;
    Stream random({1, "calibration-families-test", f.name, 2});
    std::set<std::pair<double, double>> seen;
    for (const PointStatistic& p : draw(f, -0.6, random).points) {
      const double x = p.at["x"], y = p.at["y"];
      EXPECT_TRUE(seen.insert({x, y}).second);
      const double law = std::pow(x, -0.6) * (1 - 0.5 / std::sqrt(x)) * (1 + 2 / y) / y;
      EXPECT_NEAR(p.log_value, std::log(law), six_errors) << x << ' ' << y;
      EXPECT_EQ(p.trials, 512);
    }
    EXPECT_EQ(seen.size(), 64);
  }
}

TEST(Draw, GivesNormalMeansTheirMeanAndSpread) {
  const CalibrationFamily pure = calibration_families().front();
  constexpr int repetitions = 2000;
  Stream random({1, "calibration-families-test", "", 0});
  double sum = 0, squares = 0, error = 0;
  for (int r = 0; r < repetitions; ++r) {
    const PointStatistic p = draw(pure, -0.5, random).points.front();
    const double deviation = p.log_value - std::log(pure.law(16, -0.5));
    sum += deviation, squares += deviation * deviation, error += p.error / repetitions;
  }
  const double expected = 0.4 / 64;
  // Five standard errors of a mean and of a standard deviation from that many draws.
  EXPECT_NEAR(sum / repetitions, 0, 5 * expected / std::sqrt(repetitions));
  EXPECT_NEAR(std::sqrt(squares / repetitions) / expected, 1, 5 / std::sqrt(2.0 * repetitions));
  // Alike for the mean of the errors, each of which comes from 4096 trials.
  EXPECT_NEAR(error / expected, 1, 5 / std::sqrt(2.0 * 4096 * repetitions));
}

TEST(Draw, GivesRareEventsTheirMean) {
  constexpr double noise = 0.4;
  for (const CalibrationFamily& f : calibration_families()) {
    if (f.name != "rare events (4096 trials)") continue;
    Stream random({1, "calibration-families-test", f.name, 3});
    for (const PointStatistic& p : draw(f, -0.5, random).points) {
      const double x = p.at["x"], ratio = std::exp(p.log_value) * std::sqrt(x);
      const double error = std::sqrt((x / 4 - 1 + std::expm1(noise * noise)) / 4 / 4096);
      EXPECT_NEAR(ratio, 1, 5 * error) << x;
      EXPECT_LT(p.error, 2 * error) << x;
      EXPECT_GT(p.error, error / 2) << x;
    }
  }
}

TEST(Draw, GivesPositiveTrialsOfEveryScatter) {
  for (const CalibrationFamily& f : calibration_families()) {
    Stream random({1, "calibration-families-test", f.name, 1});
    const Statistics s = draw(f, -0.5, random);
    ASSERT_EQ(s.points.size(), f.points()) << f.name;
    for (const PointStatistic& p : s.points) {
      EXPECT_TRUE(std::isfinite(p.log_value)) << f.name;
      EXPECT_GT(p.error, 0) << f.name;
    }
  }
}

TEST(Draw, GivesBoundedTrialsTheMeanThatTheLawSays) {
  int seen = 0;
  for (CalibrationFamily f : calibration_families()) {
    if (!is_assumption_free(f.summary)) continue;
    ++seen;
    f.trials = 20000;
    Stream random({5, "families-test", f.name, 0});
    for (const PointTrials& point : draw_trials(f, -0.5, random)) {
      const double mean = std::accumulate(point.values.begin(), point.values.end(), 0.0) / 20000;
      const double q = f.law(point.at["x"], -0.5);
      // Within [0, 1] a variance is q(1 - q) at most; five standard errors.
      EXPECT_NEAR(mean, q, 5 * std::sqrt(q * (1 - q) / 20000)) << f.name;
      for (const double v : point.values) ASSERT_TRUE(v >= 0 && v <= 1);
    }
  }
  EXPECT_EQ(seen, 8);
}

}  // namespace
}  // namespace asymptest::calibration_draws_test
