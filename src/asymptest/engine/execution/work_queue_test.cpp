#include "asymptest/engine/execution/work_queue.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace asymptest::work_queue_test {
namespace {

Task task_of(std::int64_t trials, double cost) {
  Task task{.measure = nullptr, .subject = "a/b", .at = Point{{"n", 1}}, .cost = cost};
  task.trials.resize(static_cast<std::size_t>(trials));
  std::iota(task.trials.begin(), task.trials.end(), 0);
  return task;
}

TEST(WorkQueue, HandsOutEveryTrialOnceTheCostliestFirst) {
  const std::vector<Task> tasks{task_of(3, 1), task_of(2, 5)};
  WorkQueue queue(tasks);
  WorkQueue::Chunk chunk;
  std::vector<std::size_t> order;
  while (queue.take(chunk)) {
    for (const std::int64_t trial : chunk.trials) {
      EXPECT_EQ(trial,
                static_cast<std::int64_t>(order.size() < 2 ? order.size() : order.size() - 2));
      order.push_back(chunk.task);
    }
  }
  EXPECT_EQ(order, (std::vector<std::size_t>{1, 1, 0, 0, 0}));
}

TEST(WorkQueue, HandsOutNothingOnceStopped) {
  const std::vector<Task> tasks{task_of(3, 1)};
  WorkQueue queue(tasks);
  queue.stop();
  WorkQueue::Chunk chunk;
  EXPECT_FALSE(queue.take(chunk));
}

TEST(WorkQueue, WaitsForWhatIsFinishedUntilAllWorkersHaveEnded) {
  const std::vector<Task> tasks{task_of(3, 1)};
  WorkQueue queue(tasks);
  EXPECT_FALSE(queue.collect(1, 0.001).has_value());
  queue.give({.task = 0, .cells = {{.trial = 2, .value = 1}}});
  EXPECT_EQ(queue.collect(1, 1).value().size(), 1U);
  queue.worker_ends();
  EXPECT_TRUE(queue.collect(1, 1).value().empty());
}

}  // namespace
}  // namespace asymptest::work_queue_test
