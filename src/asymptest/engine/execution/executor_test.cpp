#include "asymptest/engine/execution/executor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <map>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <thread>

namespace asymptest::executor_test {
namespace {

const Trial normal = [](const Point& at, Stream& random) { return at["n"] + random.normal(); };

std::vector<std::int64_t> first_trials(std::int64_t count) {
  std::vector<std::int64_t> trials(count);
  std::iota(trials.begin(), trials.end(), 0);
  return trials;
}

Task task(const Trial& measure, double n, std::int64_t trials, double cost = 1) {
  return {&measure, "topic/claim", 1, Point{{"n", n}}, first_trials(trials), cost};
}

using Values = std::map<std::pair<std::size_t, std::int64_t>, double>;

Values measured(std::span<const Task> tasks, int jobs) {
  Values values;
  measure(tasks, jobs, [&](std::span<const Finished> finished) {
    for (const Finished& one : finished) {
      for (const Cell& cell : one.cells) {
        EXPECT_TRUE(values.emplace(std::pair{one.task, cell.trial}, cell.value).second)
            << "measured twice";
      }
    }
  });
  return values;
}

TEST(Executor, GivesTheSameNumbersOnAnyNumberOfThreads) {
  const std::vector<Task> tasks{task(normal, 1, 1000), task(normal, 2, 10), task(normal, 4, 3000)};
  const Values alone = measured(tasks, 1);
  EXPECT_EQ(alone.size(), 4010U);
  EXPECT_EQ(measured(tasks, 2), alone);
  EXPECT_EQ(measured(tasks, 7), alone);
}

TEST(Executor, GivesATrialTheNumberThatItHasAlone) {
  const std::vector<Task> tasks{task(normal, 1, 50)};
  const Cell alone = measure_trial(normal, Point{{"n", 1}}, "n=1", "topic/claim", 1, 7);
  EXPECT_EQ(measured(tasks, 2).at({0, 7}), alone.value);
  // By the definition of the stream, without the executor.
  Stream stream({.suite_seed = 1, .claim = "topic/claim", .point = "n=1", .trial = 7});
  EXPECT_EQ(alone.value, 1 + stream.normal());
}

TEST(Executor, BeginsWithTheCostliestTask) {
  std::vector<double> order;
  const Trial noted = [&](const Point& at, Stream&) {
    order.push_back(at["n"]);
    return 0.0;
  };
  const std::vector<Task> tasks{task(noted, 1, 1, 1), task(noted, 2, 1, 9), task(noted, 3, 1, 4)};
  measured(tasks, 1);
  EXPECT_EQ(order, (std::vector<double>{2, 3, 1}));
}

TEST(Executor, PassesOnWhatTheListenerThrowsAndStops) {
  std::atomic<int> count = 0;
  const Trial counted = [&](const Point&, Stream&) {
    ++count;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return 0.0;
  };
  constexpr int trials = 5000;
  const std::vector<Task> tasks{task(counted, 1, trials)};
  const auto fail = [](std::span<const Finished>) { throw std::runtime_error("disk is full"); };
  EXPECT_THROW(measure(tasks, 2, fail), std::runtime_error);
  EXPECT_LT(count, trials);
}

TEST(Executor, TellsOnceOfATrialThatRunsLong) {
  const Trial sleeps = [](const Point& at, Stream&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(at["n"] == 2 ? 200 : 1));
    return 0.0;
  };
  const std::vector<Task> tasks{task(sleeps, 1, 20), task(sleeps, 2, 1)};
  std::vector<SlowTrial> slow;
  MeasureOptions options{.jobs = 2, .limits = {}, .slow_seconds = 0.04};
  options.on_slow = [&](const SlowTrial& one) { slow.push_back(one); };
  measure(tasks, options, [](std::span<const Finished>) {});
  // The machine may be busy and make another trial slow too, but no trial is told of twice.
  const auto is_the_long_one = [](const SlowTrial& one) { return one.task == 1; };
  EXPECT_EQ(std::count_if(slow.begin(), slow.end(), is_the_long_one), 1);
}

TEST(Executor, HandsOutCheapTrialsManyAtATime) {
  const Trial cheap = [](const Point&, Stream&) { return 0.0; };
  constexpr std::int64_t trials = 200'000;
  const std::vector<Task> tasks{task(cheap, 1, trials)};
  std::size_t chunks = 0;
  measure(tasks, 1, [&](std::span<const Finished> finished) { chunks += finished.size(); });
  // Chunks grow 16-fold up to 10 ms each; a chunk for every hundred trials would be far too many.
  EXPECT_LT(chunks, trials / 100);
}

TEST(ForEachIndex, CallsEachOnceAndPassesOnAnException) {
  std::vector<std::atomic<int>> calls(100);
  for_each_index(calls.size(), 3, [&](std::size_t i) { ++calls[i]; });
  for (const auto& count : calls) EXPECT_EQ(count, 1);
  EXPECT_THROW(for_each_index(10, 2,
                              [](std::size_t i) {
                                if (i == 5) throw std::runtime_error("five");
                              }),
               std::runtime_error);
}

}  // namespace
}  // namespace asymptest::executor_test
