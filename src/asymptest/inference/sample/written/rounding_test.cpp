#include "asymptest/inference/sample/written/rounding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "asymptest/random/stream.hpp"

namespace asymptest::rounding_test {
namespace {

using testing::Each;

constexpr int sizes = 8;

double law(double x) { return std::pow(x / 16, -0.5); }

// Trials of `spread`, each put through `write`.
std::vector<PointTrials> written(int trials, double spread,
                                 const std::function<double(double)>& write) {
  std::vector<PointTrials> data;
  for (int i = 0; i < sizes; ++i) {
    const double x = 16 * std::exp2(i);
    PointTrials point{Point{{"x", x}}, {}};
    for (int t = 0; t < trials; ++t) {
      Stream random({1, "rounding-test", point.at.key(), static_cast<std::uint64_t>(t)});
      point.values.push_back(write(law(x) * std::exp(spread * random.normal())));
    }
    data.push_back(std::move(point));
  }
  return data;
}

double to_quantum(double v, double quantum) { return quantum * std::round(v / quantum); }

double to_digits(double v, int digits) {
  return to_quantum(v, std::pow(10, std::floor(std::log10(v)) + 1 - digits));
}

TEST(Rounding, KnowsTheQuantumInAnyUnit) {
  for (const double unit : {1.0, 1e-7, 3.7e4}) {
    const auto trials = written(5, 0.3, [=](double v) { return unit * to_quantum(v, 1.0 / 12); });
    for (const double step : steps_of(trials)) EXPECT_NEAR(step, unit / 12, 1e-9 * unit);
  }
}

TEST(Rounding, KnowsTheStepOfEachDecadeOfSignificantDigits) {
  const auto steps = steps_of(written(3, 0.02, [](double v) { return to_digits(1.1 * v, 2); }));
  EXPECT_NEAR(steps.front(), 0.1, 1e-9) << "at about 1.1";
  EXPECT_NEAR(steps[3], 0.01, 1e-9) << "at 0.39";
  EXPECT_NEAR(steps.back(), 0.01, 1e-9) << "of 0.10, 0.10 and 0.096";
  const auto in_thousands =
      steps_of(written(3, 0.02, [](double v) { return to_digits(0.8 * v, 2); }));
  EXPECT_NEAR(in_thousands.back(), 0.001, 1e-9) << "at about 0.071";
}

TEST(Rounding, IsNoneOfNumbersWithAllTheirDigits) {
  EXPECT_THAT(steps_of(written(3, 0.02, [](double v) { return v; })), Each(0));
}

TEST(Rounding, IsNoneOfCountsThatScatterAsCountsDo) {
  std::vector<PointTrials> counts;
  for (int i = 0; i < sizes; ++i) {
    PointTrials point{Point{{"x", 16 * std::exp2(i)}}, {}};
    const double mean = 12 * std::exp2(-0.5 * i);
    for (int t = 0; t < 200; ++t) {
      Stream random({2, "rounding-test", point.at.key(), static_cast<std::uint64_t>(t)});
      int count = 0;
      for (double left = -std::log(random.uniform()); left < mean; ++count) {
        left -= std::log(random.uniform());
      }
      point.values.push_back(count);
    }
    counts.push_back(std::move(point));
  }
  EXPECT_THAT(steps_of(counts), Each(0));
}

TEST(Rounding, WidensTheErrorsOfSizesThatScatterLess) {
  const auto trials = written(5, 0.02, [](double v) { return to_quantum(v, 0.1); });
  const Statistics plain = summarise(Summary::mean, trials), wide = with_rounding(plain, trials);
  const PointStatistic &last = plain.points.back(), &widened = wide.points.back();
  const double half_step = 0.05 / std::exp(last.log_value);
  // The step is found from values that are themselves rounded to some 10⁻¹⁶ of it.
  constexpr double digits_of_step = 1e-9;
  EXPECT_NEAR(widened.error / std::hypot(last.error, half_step), 1, digits_of_step);
}

TEST(Rounding, LeavesErrorsWhereTheNoiseAveragesItOut) {
  const auto trials = written(40, 0.5, [](double v) { return to_quantum(v, 0.02); });
  const Statistics plain = summarise(Summary::mean, trials), wide = with_rounding(plain, trials);
  for (std::size_t i = 0; i < plain.points.size(); ++i) {
    EXPECT_EQ(wide.points[i].error, plain.points[i].error) << i;
  }
}

TEST(Rounding, MakesSingleRowsCountByTheirStep) {
  const auto trials = written(1, 0.001, [](double v) { return to_quantum(v, 0.01); });
  const Statistics plain = summarise(Summary::mean, trials), wide = with_rounding(plain, trials);
  EXPECT_GT(wide.points.back().error, 3 * wide.points.front().error);
}

TEST(Rounding, LeavesExactNumbersAlone) {
  std::vector<PointTrials> halves;
  for (int i = 0; i < sizes; ++i) {
    halves.push_back({Point{{"x", 16 * std::exp2(i)}}, {std::exp2(-i)}});
  }
  const Statistics plain = summarise(Summary::mean, halves), same = with_rounding(plain, halves);
  for (std::size_t i = 0; i < plain.points.size(); ++i) {
    EXPECT_EQ(same.points[i].error, plain.points[i].error) << i;
  }
}

}  // namespace
}  // namespace asymptest::rounding_test
