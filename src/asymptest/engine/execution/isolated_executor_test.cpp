#include "asymptest/engine/execution/isolated_executor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <map>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "asymptest/engine/execution/executor.hpp"
#include "asymptest/require/sanitized.hpp"

namespace asymptest::isolated_executor_test {
namespace {

using testing::HasSubstr;

using Cells = std::map<std::pair<std::size_t, std::int64_t>, Cell>;

Task task(const Trial& measure, double n, std::int64_t trials) {
  std::vector<std::int64_t> numbers(static_cast<std::size_t>(trials));
  std::iota(numbers.begin(), numbers.end(), 0);
  return {&measure, "topic/claim", 1, Point{{"n", n}}, numbers, 1};
}

Cells measured(std::span<const Task> tasks, int jobs, const TrialLimits& limits) {
  Cells cells;
  measure(tasks, {.jobs = jobs, .limits = limits}, [&](std::span<const Finished> finished) {
    for (const Finished& one : finished) {
      for (const Cell& cell : one.cells) {
        EXPECT_TRUE(cells.emplace(std::pair{one.task, cell.trial}, cell).second) << "twice";
      }
    }
  });
  return cells;
}

/// A normal variable, but for trial 3 at n = 2, which does something else.
template <class Action>
Trial normal_but_once(Action action) {
  return [action](const Point& at, Stream& random) {
    const double value = at["n"] + random.normal();
    Stream third({.suite_seed = 1, .claim = "topic/claim", .point = "n=2", .trial = 3});
    if (value == 2 + third.normal()) return action();
    return value;
  };
}

/// All trials but the odd one are what threads give, and the odd one fails with the message.
template <class Action>
void loses_one_trial(Action action, const TrialLimits& limits, const std::string& message) {
  const Trial usual = [](const Point& at, Stream& random) { return at["n"] + random.normal(); };
  const Trial odd = normal_but_once(action);
  const std::vector<Task> sound{task(usual, 1, 40), task(usual, 2, 40)};
  const std::vector<Task> tasks{task(odd, 1, 40), task(odd, 2, 40)};
  const Cells expected = measured(sound, 2, {});
  const Cells cells = measured(tasks, 2, limits);
  ASSERT_EQ(cells.size(), expected.size());
  for (const auto& [place, cell] : cells) {
    if (place == std::pair<std::size_t, std::int64_t>{1, 3}) {
      EXPECT_THAT(cell.failure, HasSubstr(message));
    } else {
      EXPECT_EQ(cell.failure, "");
      EXPECT_EQ(cell.value, expected.at(place).value);
    }
  }
}

const TrialLimits patient{.seconds = 60, .megabytes = {}};

TEST(IsolatedExecutor, GivesTheNumbersOfThreads) {
  const Trial usual = [](const Point& at, Stream& random) { return at["n"] + random.normal(); };
  const std::vector<Task> tasks{task(usual, 1, 500), task(usual, 2, 3)};
  const Cells expected = measured(tasks, 1, {});
  for (const int jobs : {1, 2, 7}) {
    const Cells cells = measured(tasks, jobs, patient);
    ASSERT_EQ(cells.size(), expected.size());
    for (const auto& [place, cell] : cells) EXPECT_EQ(cell.value, expected.at(place).value);
  }
}

TEST(IsolatedExecutor, StopsATrialThatHangs) {
  const auto hangs = [] {
    for (;;) std::this_thread::sleep_for(std::chrono::seconds(1));
    return 0.0;
  };
  loses_one_trial(hangs, {.seconds = 1.5, .megabytes = {}}, "ran past its limit of 1.5 s");
}

TEST(IsolatedExecutor, OutlivesATrialThatCrashes) {
  const auto crashes = [] {
    ::raise(SIGKILL);
    return 0.0;
  };
  loses_one_trial(crashes, patient, "died of signal 9");
  const auto leaves = [] {
    ::_exit(7);
    return 0.0;
  };
  loses_one_trial(leaves, patient, "ended with code 7");
}

TEST(IsolatedExecutor, KeepsWhatATrialThrows) {
  const auto throws = []() -> double { throw std::runtime_error("boom"); };
  loses_one_trial(throws, patient, "boom");
}

TEST(IsolatedExecutor, RefusesMemoryBeyondTheLimit) {
  if (is_sanitized) GTEST_SKIP() << "a sanitizer reserves address space of its own";
  const auto hoards = [] {
    const std::vector<double> much(100'000'000, 1.0);  // 800 MB
    return much.back();
  };
  loses_one_trial(hoards, {.seconds = {}, .megabytes = 200}, "bad_alloc");
}

}  // namespace
}  // namespace asymptest::isolated_executor_test
