#include "learning/neighbours/parallel_tasks.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace asymptest::learning {

int processor_count() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

void run_tasks(Eigen::Index count, int threads, const std::function<void(Eigen::Index)>& task) {
  std::atomic<Eigen::Index> next{0};
  std::exception_ptr problem;
  std::mutex problem_lock;
  const auto work = [&] {
    try {
      for (Eigen::Index i = next++; i < count; i = next++) task(i);
    } catch (...) {
      next = count;
      const std::lock_guard lock(problem_lock);
      if (!problem) problem = std::current_exception();
    }
  };
  std::vector<std::jthread> others;
  for (Eigen::Index i = 1; i < std::min<Eigen::Index>(threads, count); ++i)
    others.emplace_back(work);
  work();
  others.clear();  // joins them
  if (problem) std::rethrow_exception(problem);
}

}  // namespace asymptest::learning
