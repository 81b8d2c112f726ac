#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "asymptest/engine/execution/chunk_source.hpp"
#include "asymptest/engine/execution/elsewhere.hpp"
#include "asymptest/engine/execution/task.hpp"

namespace asymptest {

/// A trial that takes long.
struct SlowTrial {
  std::size_t task = 0;  ///< its index
  std::int64_t trial = 0;
  double seconds = 0;  ///< for at least so long
};

/// How tasks are measured: by how many threads, within which limits, and who is told of slow ones.
struct MeasureOptions {
  int jobs = 1;  ///< threads, at least 1
  TrialLimits limits;
  double slow_seconds = 60;  ///< after which a trial counts as slow
  /// Told of each slow trial once, on the caller's thread; not where there are limits.
  std::function<void(const SlowTrial&)> on_slow = [](const SlowTrial&) {};
};

/// Measures tasks and tells of what is finished: `measure`, or what measures on other machines too.
using Executor =
    std::function<void(std::span<const Task>, const MeasureOptions&, const OnFinished&)>;

/// Measures all tasks, the costliest first, cheap trials many at a time. Every trial's value
/// depends on its own stream alone, so not on the number of threads or the order.
///
/// `on_finished` is called on the caller's thread, with everything that was finished since its last
/// call; what it throws stops the work and is passed on.
void measure(std::span<const Task> tasks, const MeasureOptions& options,
             const OnFinished& on_finished);
/// The same on `jobs` threads without limits.
void measure(std::span<const Task> tasks, int jobs, const OnFinished& on_finished);

/// The same from a source of chunks of the tasks, until it has none any more, beside who works
/// elsewhere.
void measure_from(ChunkSource& source, std::span<const Task> tasks, const MeasureOptions& options,
                  const OnFinished& on_finished, const Elsewhere& elsewhere);

/// Calls `action(i)` for i = 0 … count − 1 on `jobs` threads. The first exception is passed on.
void for_each_index(std::size_t count, int jobs, const std::function<void(std::size_t)>& action);

}  // namespace asymptest
