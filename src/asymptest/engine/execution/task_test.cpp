#include "asymptest/engine/execution/task.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/claim/failed_trial.hpp"
#include "asymptest/claim/trial_of.hpp"

namespace asymptest::task_test {
namespace {

using testing::HasSubstr;

TEST(MeasureTrial, TellsTheReasonOfAFailedTrialAsItStands) {
  const auto failure_of = [](const Trial& trial) {
    return measure_trial(trial, Point{{"n", 1}}, "n=1", "topic/claim", 1, 0).failure;
  };
  EXPECT_EQ(failure_of([](const Point&, Stream&) -> double { throw FailedTrial("no GPU"); }),
            "no GPU");
  EXPECT_EQ(failure_of([](const Point&, Stream&) -> double { throw std::runtime_error("no n"); }),
            "the trial threw: no n");
}

TEST(MeasureTrial, MakesAFailedCellOfWhatThrowsOrIsNotFinite) {
  const Trial throws = [](const Point&, Stream&) -> double { throw std::runtime_error("boom"); };
  const Trial throws_other = [](const Point&, Stream&) -> double { throw 1; };
  const Trial infinite = [](const Point&, Stream&) { return HUGE_VAL; };
  const auto failure = [](const Trial& trial) {
    return measure_trial(trial, Point{{"n", 1}}, "n=1", "a/b", 1, 0).failure;
  };
  EXPECT_THAT(failure(throws), HasSubstr("boom"));
  EXPECT_THAT(failure(throws_other), HasSubstr("not a std::exception"));
  EXPECT_THAT(failure(infinite), HasSubstr("inf"));
  EXPECT_EQ(failure([](const Point& at, Stream& random) { return at["n"] + random.normal(); }), "");
}

TEST(MeasureTrial, DrawsFromTheStreamsOfTheClaimWhoseRunsItReads) {
  const Trial trial = [](const Point&, Stream& random) { return random.uniform(); };
  const auto value = [](const Trial& one, const std::string& subject) {
    return measure_trial(one, Point{{"n", 1}}, "n=1", subject, 1, 5).value;
  };
  EXPECT_EQ(value(TrialOf{"a/loss", trial}, "a/sharpness"), value(trial, "a/loss"));
  EXPECT_NE(value(trial, "a/sharpness"), value(trial, "a/loss"));
}

TEST(MeasureTrial, TakesTheSignFromAZero) {
  const Trial zero = [](const Point&, Stream&) { return -0.0; };
  EXPECT_FALSE(std::signbit(measure_trial(zero, Point{{"n", 1}}, "n=1", "a/b", 1, 0).value));
}

}  // namespace
}  // namespace asymptest::task_test
