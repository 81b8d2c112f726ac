#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/store/cells.hpp"

namespace asymptest {

/// Trials to measure at one design point of one claim or control.
struct Task {
  const Trial* measure = nullptr;
  std::string subject;  ///< Subject::name(), a part of the streams' key
  std::uint64_t seed = 0;
  Point at;
  std::vector<std::int64_t> trials;
  /// Expected cost of one trial on any scale. Only the order of the work depends on it.
  double cost = 1;
};

/// Finished trials of one task.
struct Finished {
  std::size_t task = 0;  ///< its index
  std::vector<Cell> cells;
};

/// Measures one trial. A trial that throws, or whose value is NaN or infinite, is a failed cell
/// with the reason. A negative zero becomes zero, so that a store need not know the difference.
Cell measure_trial(const Trial& measure, const Point& at, const std::string& key,
                   const std::string& subject, std::uint64_t seed, std::int64_t trial);

/// Measures all tasks on `jobs` threads (at least 1), the costliest first, cheap trials many at a
/// time. Every trial's value depends on its own stream alone, so not on `jobs` or the order.
///
/// `on_finished` is called on the caller's thread, with everything that was finished since its last
/// call; what it throws stops the work and is passed on.
void measure(std::span<const Task> tasks, int jobs,
             const std::function<void(std::span<const Finished>)>& on_finished);

/// Calls `action(i)` for i = 0 … count − 1 on `jobs` threads. The first exception is passed on.
void for_each_index(std::size_t count, int jobs, const std::function<void(std::size_t)>& action);

}  // namespace asymptest
