#include "asymptest/inference/laws/shape.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/testing/test_trials.hpp"

namespace asymptest::shape_test {
namespace {

using testing::HasSubstr;

constexpr double alpha = 0.01;
const std::vector<double> widths{10, 20, 30, 36, 40, 44, 50, 60, 80};

using Law = std::function<double(double)>;

std::vector<PointTrials> noisy(const Law& law, int trials = 256, std::uint64_t seed = 1) {
  return test::draw_trials("p", widths, trials, seed, [&](double p, Stream& random) {
    return law(p) + 0.3 * random.normal();
  });
}

Verdict judge(Shape shape, const std::vector<PointTrials>& trials, double band = 0.05,
              Polarity polarity = Polarity::exact, double level = alpha) {
  shape.axis = "p";
  return decide_shape(has_shape(std::move(shape)).within(band), polarity, trials, level);
}

const Shape decreasing{.kind = Shape::Kind::decreasing};
const Shape increasing{.kind = Shape::Kind::increasing};
const Shape peak_at_40{.kind = Shape::Kind::peak, .location = 40};
const Shape valley_at_40{.kind = Shape::Kind::valley, .location = 40};

double falling(double p) { return 100 / p; }
double rising(double p) { return p / 10; }
double flat(double) { return 5; }
double bump(double p) { return 5 * std::exp(-std::abs(p - 40) / 10); }
double waves(double p) { return 5 + 3 * std::cos((p - 10) / 30 * 2 * 3.14159265); }

TEST(Shape, MonotoneCurvesAreSupportedInTheirDirectionAndRefutedInTheOther) {
  EXPECT_EQ(judge(decreasing, noisy(falling)).outcome, Outcome::supported);
  EXPECT_EQ(judge(increasing, noisy(falling)).outcome, Outcome::refuted);
  EXPECT_EQ(judge(increasing, noisy(rising)).outcome, Outcome::supported);
  EXPECT_EQ(judge(decreasing, noisy(rising)).outcome, Outcome::refuted);
}

TEST(Shape, AFlatCurveIsMonotoneWithinTheBandBothWays) {
  EXPECT_EQ(judge(decreasing, noisy(flat, 1024)).outcome, Outcome::supported);
  EXPECT_EQ(judge(increasing, noisy(flat, 1024)).outcome, Outcome::supported);
}

TEST(Shape, OneReversalRefutesAMonotoneCurveAndIsNamed) {
  const auto reversed = [](double p) { return falling(p) + (p == 50 ? 1 : 0); };
  const Verdict verdict = judge(decreasing, noisy(reversed, 1024));
  EXPECT_EQ(verdict.outcome, Outcome::refuted);
  EXPECT_THAT(verdict.reason, HasSubstr("to 50 the relative rise is 0.2"));
}

TEST(Shape, FindsAPeakWhereItIs) {
  const Verdict verdict = judge(peak_at_40, noisy(bump), 0.1);
  EXPECT_EQ(verdict.outcome, Outcome::supported);
  EXPECT_EQ(verdict.estimates.front().estimate, 40);
  EXPECT_LE(verdict.estimates.front().lower, 40);
  EXPECT_GE(verdict.estimates.front().upper, 40);
}

// The highest point scatters so much that it alone is shown to be above nothing.
TEST(Shape, APeakIsWhereItsSurroundingsStandOut) {
  std::vector<PointTrials> trials = noisy([](double p) {
    return p == 40 ? 40.0 : std::abs(p - 40) <= 10 ? 20.0 : 5.0;
  });
  for (PointTrials& point : trials) {
    if (point.at["p"] != 40) continue;
    for (std::size_t i = 0; i < point.values.size(); ++i) point.values[i] = i % 128 == 0 ? 5000 : 4;
  }
  EXPECT_EQ(judge(peak_at_40, trials, 0.26).outcome, Outcome::supported);
}

TEST(Shape, APeakElsewhereRefutes) {
  EXPECT_EQ(judge(peak_at_40, noisy([](double p) { return bump(p - 10); }), 0.1).outcome,
            Outcome::refuted);
  EXPECT_EQ(judge(peak_at_40, noisy(falling), 0.1).outcome, Outcome::refuted);
  EXPECT_EQ(judge(peak_at_40, noisy(flat), 0.1).outcome, Outcome::inconclusive);
}

TEST(Shape, AValleyIsAPeakUpsideDown) {
  const auto dip = [](double p) { return -bump(p); };
  EXPECT_EQ(judge(valley_at_40, noisy(dip), 0.1).outcome, Outcome::supported);
  EXPECT_EQ(judge(valley_at_40, noisy(bump), 0.1).outcome, Outcome::refuted);
}

TEST(Shape, APeakNeedsPointsWithinItsBandAndOnBothSides) {
  const Shape beyond{.kind = Shape::Kind::peak, .location = 80};
  EXPECT_THROW(judge(beyond, noisy(bump), 0.1), std::invalid_argument);
  const Shape between{.kind = Shape::Kind::peak, .location = 70};
  EXPECT_THROW(judge(between, noisy(bump), 0.05), std::invalid_argument);
}

TEST(Shape, CountsDescents) {
  const auto descents = [](int count) {
    return Shape{.kind = Shape::Kind::descents, .count = count};
  };
  EXPECT_EQ(judge(descents(1), noisy(falling, 2048)).outcome, Outcome::supported);
  EXPECT_EQ(judge(descents(0), noisy(rising, 2048)).outcome, Outcome::supported);
  EXPECT_EQ(judge(descents(3), noisy(waves, 2048)).outcome, Outcome::refuted);
  EXPECT_EQ(judge(descents(1), noisy(waves, 2048)).outcome, Outcome::refuted);
}

TEST(Shape, CountsTwoDescentsOfADoubleDescent) {
  const Shape two{.kind = Shape::Kind::descents, .count = 2};
  const auto double_descent = [](double p) { return 100 / p + 10 * std::exp(-std::abs(p - 40)); };
  EXPECT_EQ(judge(two, noisy(double_descent, 2048), 0.1).outcome, Outcome::supported);
  const Verdict verdict = judge(two, noisy(falling, 2048), 0.1);
  EXPECT_EQ(verdict.outcome, Outcome::refuted);
  EXPECT_EQ(verdict.estimates.front().estimate, 1);
}

TEST(Shape, WithoutTrialsEnoughNothingIsDecided) {
  for (const int trials : {1, 2}) {
    for (const Shape& shape : {decreasing, peak_at_40, Shape{.kind = Shape::Kind::descents}}) {
      const Verdict verdict = judge(shape, noisy(flat, trials), 0.1);
      EXPECT_EQ(verdict.outcome, Outcome::inconclusive);
      EXPECT_EQ(verdict.need, Need::more_trials);
    }
  }
}

TEST(Shape, ABoundOfTheTruthShowsNoShape) {
  const Verdict verdict = judge(decreasing, noisy(falling), 0.05, Polarity::lower_bound);
  EXPECT_EQ(verdict.outcome, Outcome::inconclusive);
  EXPECT_EQ(verdict.need, Need::nothing);
}

TEST(ShapeCalibration, WrongVerdictsKeepTheirLevel) {
  constexpr double level = 0.05;
  constexpr int replicates = 500;
  const auto share = [&](const Shape& shape, const Law& law, Outcome wrong, double band) {
    const auto rate = test::count_outcomes(replicates, wrong, [&](std::uint64_t seed) {
      return judge(shape, noisy(law, 24, seed), band, Polarity::exact, level);
    });
    return test::surely_above(rate);
  };
  // The band far below the noise, so that only the level guards: flat curves rise nowhere.
  EXPECT_LE(share(decreasing, flat, Outcome::refuted, 0.001), level);
  EXPECT_LE(share(increasing, flat, Outcome::refuted, 0.001), level);
  // A rise of two bands, 10 %, between two sizes.
  const auto step = [](double p) { return p < 40 ? 5 : 5 / 0.9; };
  EXPECT_LE(share(decreasing, step, Outcome::supported, 0.05), level);
  // Two equal peaks, one outside the band: neither is shown to be the higher.
  const auto twin = [](double p) { return p == 40 || p == 60 ? 5.0 : 3.0; };
  EXPECT_LE(share(peak_at_40, twin, Outcome::supported, 0.1), level);
  EXPECT_LE(share(peak_at_40, twin, Outcome::refuted, 0.1), level);
  EXPECT_LE(share({.kind = Shape::Kind::descents, .count = 0}, flat, Outcome::refuted, 0.001),
            level);
}

}  // namespace
}  // namespace asymptest::shape_test
