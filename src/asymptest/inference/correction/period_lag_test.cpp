#include "asymptest/inference/correction/period_lag.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>

#include "asymptest/inference/calibration/calibration.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/inference/laws/power/power_law.hpp"
#include "asymptest/inference/verdict/region.hpp"
#include "asymptest/linear_algebra/generalised_inverse.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::period_lag_test {
namespace {

constexpr double alpha = 0.01, band = 0.05, period = 3;
// Logarithms of order 10 and a dozen additions, divided by lags of order 1.
constexpr double rounding = 1000 * std::numeric_limits<double>::epsilon();
// The misfit is flat to rounding over half the digits of the exponent.
constexpr double half_the_digits = 1e-6;

using Wiggle = std::function<double(double phase)>;  // of the phase in [0, 1)

// Smooth, with harmonics, discontinuous, and of four decades.
std::vector<Wiggle> wiggles() {
  const double turn = 2 * std::acos(-1.0);
  return {[=](double u) { return 1 + 0.3 * std::cos(turn * u); },
          [=](double u) { return std::exp(std::sin(turn * u) - 0.7 * std::cos(3 * turn * u)); },
          [](double u) { return u < 0.4 ? 1.0 : 5.0; },
          [](double u) { return std::pow(10, 4 * u); }};
}

// 16·3^(j/phases).
std::vector<double> fractions_of_periods(int phases, int periods) {
  std::vector<double> sizes;
  for (int k = 0; k < periods; ++k) {
    for (int j = 0; j < phases; ++j) {
      sizes.push_back(16 * std::pow(period, k) * std::pow(period, static_cast<double>(j) / phases));
    }
  }
  return sizes;
}

std::vector<double> logs(const std::vector<double>& sizes) {
  std::vector<double> all;
  for (const double x : sizes) all.push_back(std::log(x));
  return all;
}

double log_periodic(const Wiggle& wiggle, double x, double exponent) {
  // Phases lie half a step off those where a discontinuity or a wrap would meet rounding.
  const double periods = std::log(x / 16) / std::log(period) + 0.05;
  return std::pow(x, exponent) * wiggle(periods - std::floor(periods));
}

std::vector<PointTrials> exact_trials(const std::vector<double>& sizes,
                                      const std::function<double(double)>& law) {
  std::vector<PointTrials> all;
  for (const double x : sizes) all.push_back({Point{{"N", x}}, {law(x)}});
  return all;
}

Prediction periodic(double exponent) {
  return theta({{"N", exponent}}).within(band).with_period(period);
}

Verdict decided(const Prediction& prediction, const std::vector<PointTrials>& data) {
  return decide_power_law(prediction, Polarity::exact, data, alpha);
}

TEST(PhaseClasses, HoldTheSizesThatWholePeriodsSeparate) {
  const PhaseClasses classes = phase_classes(logs({5, 10, 15, 20, 30, 135, 7, 15}), period);
  EXPECT_THAT(classes.of, testing::ElementsAre(0, 1, 0, 2, 1, 0, 3, 0));
  EXPECT_THAT(classes.sizes, testing::ElementsAre(3, 2, 1, 1)) << "15 is one size";
  EXPECT_EQ(classes.with_lags(), 2);
}

TEST(PhaseClasses, TakeSizesRoundedToWholeNumbersForOtherPhases) {
  EXPECT_EQ(phase_classes(logs({140, 420, 421}), period).with_lags(), 1);
  EXPECT_THROW(phase_classes(logs({140, 421}), period), std::invalid_argument);
}

TEST(PhaseClasses, RefuseASweepWithoutAWholePeriodAndNameItsSizes) {
  try {
    phase_classes(logs({16, 32, 64, 128, 16}), period);
    FAIL();
  } catch (const std::invalid_argument& problem) {
    EXPECT_THAT(problem.what(), testing::HasSubstr("16, 32, 64, 128"));
    EXPECT_THAT(problem.what(), testing::HasSubstr("x*3^k"));
  }
  for (const double no_period : {1.0, 0.5, std::nan("")}) {
    EXPECT_THROW(phase_classes(logs({3, 9}), no_period), std::invalid_argument) << no_period;
  }
}

std::vector<Observation> noisy_observations(const std::vector<double>& sizes) {
  const PhaseClasses classes = phase_classes(logs(sizes), period);
  Stream random({1, "period-lag-test", "", 0});
  std::vector<Observation> all;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const double error = 0.05 + 0.1 * random.uniform();
    all.push_back({std::log(sizes[i]), random.normal(), error, classes.of[i]});
  }
  return all;
}

// Generalised least squares with the covariance D·V·Dᵀ of the lags from the first of each phase.
// All other lags are differences of these and add nothing.
LagSlope over_all_lags(const std::vector<Observation>& observations) {
  const auto n = static_cast<Eigen::Index>(observations.size());
  Eigen::VectorXd log_sizes(n), log_values(n), variances(n);
  std::vector<Eigen::RowVectorXd> differences;
  for (Eigen::Index i = 0; i < n; ++i) {
    const Observation& o = observations[static_cast<std::size_t>(i)];
    log_sizes[i] = o.log_size, log_values[i] = o.log_value, variances[i] = o.error * o.error;
    const auto first =
        std::find_if(observations.begin(), observations.end(),
                     [&](const Observation& other) { return other.phase == o.phase; });
    const Eigen::Index j = first - observations.begin();
    if (j == i) continue;
    differences.emplace_back(Eigen::RowVectorXd::Unit(n, i) - Eigen::RowVectorXd::Unit(n, j));
  }
  Eigen::MatrixXd d(static_cast<Eigen::Index>(differences.size()), n);
  for (Eigen::Index i = 0; i < d.rows(); ++i) d.row(i) = differences[static_cast<std::size_t>(i)];
  const Eigen::MatrixXd covariance = d * variances.asDiagonal() * d.transpose();
  const Eigen::VectorXd lags = d * log_sizes, drops = d * log_values;
  const Eigen::VectorXd weighted = generalised_inverse(covariance).value() * lags;
  return {weighted.dot(drops) / weighted.dot(lags), 1 / std::sqrt(weighted.dot(lags))};
}

TEST(PeriodLagSlope, IsGeneralisedLeastSquaresOverAllLags) {
  // Of the inverse of a matrix of order 10, whose entries differ ninefold at most.
  constexpr double inversion = 1e-10;
  auto sizes = fractions_of_periods(3, 4);
  sizes.push_back(100);   // alone in its phase
  sizes.push_back(16.0);  // twice
  const auto observations = noisy_observations(sizes);
  const LagSlope slope = period_lag_slope(observations), oracle = over_all_lags(observations);
  EXPECT_NEAR(slope.slope, oracle.slope, inversion);
  EXPECT_NEAR(slope.error, oracle.error, inversion);
}

TEST(PeriodLagSlope, IsFreeOfTheWiggleWhateverItsForm) {
  for (const Wiggle& wiggle : wiggles()) {
    auto observations = noisy_observations(fractions_of_periods(4, 3));
    for (Observation& o : observations) {
      o.log_value = std::log(log_periodic(wiggle, std::exp(o.log_size), -0.63));
    }
    EXPECT_NEAR(period_lag_slope(observations).slope, -0.63, rounding);
  }
}

TEST(LogPeriodicLaw, IsDecidedExactlyFromExactDataWhateverTheWiggle) {
  for (const Wiggle& wiggle : wiggles()) {
    const auto data = exact_trials(fractions_of_periods(2, 5),
                                   [&](double x) { return log_periodic(wiggle, x, -0.5); });
    const Verdict verdict = decided(periodic(-0.5), data);
    EXPECT_EQ(verdict.outcome, Outcome::supported) << verdict.reason;
    EXPECT_NEAR(verdict.estimates[0].estimate, -0.5, half_the_digits);
    for (std::size_t i = 0; i < data.size(); ++i) {
      EXPECT_NEAR(verdict.points[i].fitted / data[i].values[0], 1, half_the_digits) << i;
    }
    EXPECT_EQ(decided(periodic(-0.4), data).outcome, Outcome::refuted);
    EXPECT_EQ(decided(periodic(-0.6), data).outcome, Outcome::refuted);
    EXPECT_THAT(verdict.model, testing::HasSubstr("over whole periods 3"));
  }
}

TEST(LogPeriodicLaw, HasACorrectionWithAWiggleOfItsOwn) {
  // ω and the exponent are found together, from six sizes of each phase.
  constexpr double joint = 1e-3;
  const auto data = exact_trials(fractions_of_periods(2, 6), [&](double x) {
    return log_periodic(wiggles()[0], x, -0.5) + 0.5 * log_periodic(wiggles()[2], x, -1);
  });
  const Verdict verdict = decided(periodic(-0.5), data);
  EXPECT_EQ(verdict.outcome, Outcome::supported) << verdict.reason;
  EXPECT_NEAR(verdict.estimates[0].estimate, -0.5, joint);
}

TEST(LogPeriodicLaw, TurnsForSmallSizes) {
  std::vector<double> steps = fractions_of_periods(2, 5);
  for (double& x : steps) x = 1 / x;
  const auto data =
      exact_trials(steps, [](double h) { return log_periodic(wiggles()[1], 1 / h, -2); });
  EXPECT_EQ(decided(periodic(2).towards(Towards::zero), data).outcome, Outcome::supported);
  EXPECT_EQ(decided(periodic(1.8).towards(Towards::zero), data).outcome, Outcome::refuted);
}

TEST(LogPeriodicLaw, ComesOutTheSameInAnyOrderOfTheDesignPoints) {
  auto data = exact_trials(fractions_of_periods(2, 5),
                           [](double x) { return log_periodic(wiggles()[0], x, -0.5); });
  const auto before = decided(periodic(-0.5), data).points;
  std::swap(data[0], data[5]);
  const auto after = decided(periodic(-0.5), data).points;
  EXPECT_NEAR(after[0].fitted / before[5].fitted, 1, half_the_digits);
  EXPECT_NEAR(after[5].fitted / before[0].fitted, 1, half_the_digits);
}

TEST(LogPeriodicLaw, RefusesASweepWithoutAWholePeriod) {
  const auto data = exact_trials({16, 32, 64, 128, 256}, [](double x) { return 1 / x; });
  EXPECT_THROW(decided(periodic(-1), data), std::invalid_argument);
}

TEST(LogPeriodicLaw, StaysUndecidedWithTwoPeriodsAPhaseAndUnknownCorrections) {
  const auto data = exact_trials(fractions_of_periods(4, 2),
                                 [](double x) { return log_periodic(wiggles()[0], x, -0.5); });
  EXPECT_EQ(decided(periodic(-0.5), data).outcome, Outcome::inconclusive);
}

// Calibration: 4096 trials a size with 40 % noise.

// A rate is called too high, or too low, only if it is so with 99.9 % confidence.
constexpr double confidence = 0.998;

std::vector<CalibrationCell> calibrated(const std::string& name, int replications) {
  for (const CalibrationFamily& f : calibration_families()) {
    if (f.name != name) continue;
    CalibrationOptions options;
    options.replications = {replications};
    return calibrate({f}, options);
  }
  ADD_FAILURE() << "no family " << name;
  return {};
}

void expect_hardly_ever_wrong(const CalibrationCell& c) {
  EXPECT_LE(clopper_pearson(c.wrong(c.procedure), c.procedure.total(), confidence).lower, alpha)
      << c.family << " at " << c.bands << " bands";
}

void expect_fair_at_the_edge(const CalibrationCell& c) {
  for (const std::int64_t decided : {c.procedure.supported, c.procedure.refuted}) {
    EXPECT_LE(clopper_pearson(decided, c.procedure.total(), confidence).lower,
              exponent_chance_at_edge)
        << c.family << " at " << c.bands << " bands";
  }
}

TEST(LogPeriodicLaw, IsHardlyEverWrongAndHasPowerWhereThePeriodIsDeclared) {
  constexpr double least_power = 0.8;
  for (const std::string amplitude : {"0.1", "0.3"}) {
    for (const CalibrationCell& c : calibrated("log-periodic " + amplitude + " (declared)", 60)) {
      expect_hardly_ever_wrong(c);
      if (std::abs(c.bands) == 1) {
        expect_fair_at_the_edge(c);
        continue;
      }
      EXPECT_GE(clopper_pearson(c.right(c.procedure), c.procedure.total(), confidence).upper,
                least_power)
          << c.family << " at " << c.bands << " bands";
    }
  }
}

TEST(LogPeriodicLaw, IsHardlyEverDecidedWronglyWhereThePeriodIsNotDeclared) {
  for (const std::string amplitude : {"0.1", "0.3"}) {
    for (const CalibrationCell& c :
         calibrated("log-periodic " + amplitude + " (half periods)", 20)) {
      expect_hardly_ever_wrong(c);
    }
  }
}

}  // namespace
}  // namespace asymptest::period_lag_test
