#include "learning/neighbours/parallel_tasks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace asymptest::learning::parallel_tasks_test {
namespace {

TEST(RunTasks, CallsEachTaskOnceWhateverTheThreads) {
  for (const int threads : {0, 1, 2, 7, 200}) {
    std::vector<int> calls(100);
    run_tasks(100, threads, [&](Eigen::Index i) { ++calls[static_cast<std::size_t>(i)]; });
    EXPECT_THAT(calls, testing::Each(1)) << threads;
  }
}

TEST(RunTasks, ThrowsWhatATaskThrows) {
  const auto task = [](Eigen::Index i) {
    if (i == 5) throw std::domain_error("five");
  };
  EXPECT_THAT([&] { run_tasks(50, 3, task); }, testing::ThrowsMessage<std::domain_error>("five"));
}

}  // namespace
}  // namespace asymptest::learning::parallel_tasks_test
