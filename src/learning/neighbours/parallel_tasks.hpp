#pragma once

#include <Eigen/Core>
#include <functional>

namespace asymptest::learning {

/// The processors of this machine, at least 1.
int processor_count();

/// Calls task(0) … task(count − 1), on up to `threads` threads and in no fixed order: each task has
/// to write to places of its own, and then the result doesn't depend on the threads. The exception
/// of a task is thrown here once all threads have ended.
void run_tasks(Eigen::Index count, int threads, const std::function<void(Eigen::Index)>& task);

}  // namespace asymptest::learning
