#include "asymptest/engine/execution/elsewhere.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <set>
#include <stdexcept>

#include "asymptest/engine/execution/executor.hpp"
#include "asymptest/engine/execution/work_queue.hpp"

namespace asymptest::elsewhere_test {
namespace {

const Trial constant = [](const Point& at, Stream&) { return at["n"]; };

std::vector<Task> tasks_of(std::int64_t count) {
  std::vector<std::int64_t> trials(static_cast<std::size_t>(count));
  std::iota(trials.begin(), trials.end(), 0);
  return {{&constant, "topic/claim", 1, Point{{"n", 2}}, trials, 1}};
}

/// Threads, or processes of their own.
class WithWorkersElsewhere : public testing::TestWithParam<bool> {
 protected:
  MeasureOptions options_{.jobs = 2, .limits = {}};
  void SetUp() override {
    if (GetParam()) options_.limits.seconds = 60;
  }
};

TEST_P(WithWorkersElsewhere, SharesTheTrialsAndWaitsForTheirs) {
  const auto tasks = tasks_of(200);
  WorkQueue queue(tasks);
  ChunkSource::Chunk taken;
  ASSERT_EQ(queue.try_take(taken), ChunkSource::Supply::chunk);
  int visits = 0;
  Elsewhere elsewhere{.workers = 1};
  elsewhere.attend = [&] {
    if (++visits != 5) return;
    Finished theirs{.task = 0, .cells = {}};
    for (const std::int64_t trial : taken.trials) theirs.cells.push_back({.trial = trial});
    queue.give(theirs);
    queue.worker_ends();
  };
  std::multiset<std::int64_t> trials;
  measure_from(
      queue, tasks, options_,
      [&](std::span<const Finished> finished) {
        for (const Finished& one : finished) {
          for (const Cell& cell : one.cells) trials.insert(cell.trial);
        }
      },
      elsewhere);
  EXPECT_GE(visits, 5);
  EXPECT_EQ(trials, std::multiset<std::int64_t>(tasks[0].trials.begin(), tasks[0].trials.end()));
}

TEST_P(WithWorkersElsewhere, PassesOnWhatIsFinishedBeforeItGivesUp) {
  const auto tasks = tasks_of(1);
  WorkQueue queue(tasks);
  std::string log;
  Elsewhere elsewhere{.workers = 1};
  elsewhere.attend = [&] {
    queue.give({.task = 0, .cells = std::vector<Cell>(7)});
    throw std::runtime_error("a machine is lost");
  };
  elsewhere.give_up = [&](const std::string& reason) { log += reason; };
  const auto listen = [&](std::span<const Finished> finished) {
    for (const Finished& one : finished) {
      if (one.cells.size() == 7) log += "kept, then ";
    }
  };
  EXPECT_THROW(measure_from(queue, tasks, options_, listen, elsewhere), std::runtime_error);
  EXPECT_EQ(log, "kept, then a machine is lost");
}

INSTANTIATE_TEST_SUITE_P(Both, WithWorkersElsewhere, testing::Bool(), [](const auto& isolated) {
  return isolated.param ? "Processes" : "Threads";
});

}  // namespace
}  // namespace asymptest::elsewhere_test
