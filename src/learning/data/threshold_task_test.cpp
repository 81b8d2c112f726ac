#include "learning/data/threshold_task.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "learning/data/label_noise.hpp"

namespace asymptest::learning::threshold_task_test {
namespace {

using ::testing::ElementsAre;

Stream stream() { return Stream({.suite_seed = 1, .claim = "threshold-task"}); }

TEST(ThresholdTask, LabelsThePointsFromTheMiddleOn) {
  Stream random = stream();
  const ThresholdTask task = draw_threshold_task(500, random);
  for (std::size_t i = 0; i < 500; ++i) EXPECT_EQ(task.labels[i], task.points[i] >= 0.5 ? 1 : 0);
}

TEST(ThresholdTask, HasAClassifierThatErrsFromTheMiddleToItsThreshold) {
  EXPECT_THAT(predictions_of_risk(0.25, {0.25, 0.5, 0.625, 0.75, 0.875}),
              ElementsAre(0, 0, 0, 1, 1));
}

TEST(ThresholdTask, HasAClassifierOfEveryRisk) {
  Stream random = stream();
  constexpr std::size_t many = 60000;
  constexpr double standard_errors = 5;  // a fixed seed: the chance was 6e-7 when it was written
  const ThresholdTask task = draw_threshold_task(many, random);
  EXPECT_EQ(disagreement(predictions_of_risk(0, task.points), task.labels), 0);
  for (const double risk : {0.05, 0.3, 0.5}) {
    const double error = std::sqrt(risk * (1 - risk) / many);
    EXPECT_NEAR(disagreement(predictions_of_risk(risk, task.points), task.labels), risk,
                standard_errors * error);
  }
}

TEST(ThresholdTask, RefusesBadArguments) {
  Stream random = stream();
  EXPECT_THAT([&] { draw_threshold_task(0, random); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("count is 0")));
  EXPECT_THAT([&] { predictions_of_risk(0.6, {0.5}); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("risk is 0.6")));
}

}  // namespace
}  // namespace asymptest::learning::threshold_task_test
