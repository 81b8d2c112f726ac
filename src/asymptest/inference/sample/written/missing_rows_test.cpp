#include "asymptest/inference/sample/written/missing_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "asymptest/random/stream.hpp"

namespace asymptest::missing_rows_test {
namespace {

using testing::ElementsAre;

constexpr int sizes = 8, trials = 12;

// Times that grow with the size and scatter by 30 %.
std::vector<PointTrials> times(double power = 1) {
  std::vector<PointTrials> data;
  for (int i = 0; i < sizes; ++i) {
    const double x = 16 * std::exp2(i);
    PointTrials point{Point{{"n", x}}, {}};
    for (int t = 0; t < trials; ++t) {
      Stream random({1, "missing-rows-test", point.at.key(), static_cast<std::uint64_t>(t)});
      point.values.push_back(std::pow(x, power) * std::exp(0.3 * random.normal()));
    }
    data.push_back(std::move(point));
  }
  return data;
}

std::vector<PointTrials> ended_by(double limit) {
  auto data = times();
  for (PointTrials& point : data) {
    std::erase_if(point.values, [=](double v) { return v > limit; });
  }
  return data;
}

TEST(MissingRows, AreSeenBelowATimeOut) {
  const auto found = missing_rows(ended_by(2048));
  ASSERT_TRUE(found);
  EXPECT_THAT(found->points, ElementsAre("n=2048"));
  EXPECT_TRUE(found->above);
  EXPECT_LE(found->bound, 2048);
}

TEST(MissingRows, AreSeenAboveWhatAnInstrumentMeasures) {
  auto data = times(-1);
  for (PointTrials& point : data) {
    std::erase_if(point.values, [](double v) { return v < 1.0 / 2048; });
  }
  const auto found = missing_rows(data);
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->above);
}

TEST(MissingRows, AreNoneOfACompleteTable) { EXPECT_FALSE(missing_rows(times())); }

TEST(MissingRows, AreNoneWhereLargeSizesHaveFewerTrialsForTheirCost) {
  auto data = times();
  for (std::size_t i = 0; i < data.size(); ++i) {
    data[i].values.resize(std::max<std::size_t>(2, trials - i));
  }
  data[6].values.resize(3), data[7].values.resize(2);
  EXPECT_FALSE(missing_rows(data));
}

TEST(MissingRows, NeedFourCompleteSizes) {
  auto data = ended_by(2048);
  data.erase(data.begin(), data.begin() + 4);
  EXPECT_FALSE(missing_rows(data));
}

}  // namespace
}  // namespace asymptest::missing_rows_test
