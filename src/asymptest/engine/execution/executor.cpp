#include "asymptest/engine/execution/executor.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "asymptest/engine/execution/isolated_executor.hpp"
#include "asymptest/engine/execution/trial_in_progress.hpp"
#include "asymptest/engine/execution/work_queue.hpp"

namespace asymptest {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_between(Clock::time_point from, Clock::time_point until) {
  return std::chrono::duration<double>(until - from).count();
}

/// What a worker is at, for whoever watches it. Written without locks: a glance that is off by one
/// trial does no harm.
struct WorkerState {
  std::atomic<std::int64_t> begun = 0;  ///< trials; 0 once the worker has ended
  std::atomic<std::size_t> task = 0;
  std::atomic<std::int64_t> trial = 0;

  void begins(std::size_t its_task, std::int64_t its_trial) {
    task.store(its_task, std::memory_order_relaxed);
    trial.store(its_trial, std::memory_order_relaxed);
    begun.fetch_add(1, std::memory_order_relaxed);
  }
};

void work(ChunkSource& queue, std::span<const Task> tasks, WorkerState& state) {
  const AlternateStack stack;
  ChunkSource::Chunk chunk;
  while (queue.take(chunk)) {
    const Task& task = tasks[chunk.task];
    const std::string key = task.at.key();
    Finished finished{.task = chunk.task, .cells = {}};
    finished.cells.reserve(chunk.trials.size());
    for (const std::int64_t trial : chunk.trials) {
      state.begins(chunk.task, trial);
      finished.cells.push_back(
          measure_trial(*task.measure, task.at, key, task.subject, task.seed, trial));
    }
    queue.give(std::move(finished));
  }
  state.begun = 0;
  queue.worker_ends();
}

/// Looks at the workers now and then and tells of each trial once that has run long.
class Watch {
 public:
  Watch(const std::deque<WorkerState>& workers, const MeasureOptions& options)
      : workers_(workers), options_(options), seen_(workers.size()) {}

  void look() {
    const Clock::time_point now = Clock::now();
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      const std::int64_t begun = workers_[i].begun;
      Seen& seen = seen_[i];
      if (begun != seen.begun) seen = {begun, now, false};
      const double seconds = seconds_between(seen.since, now);
      if (begun == 0 || seen.told || seconds < options_.slow_seconds) continue;
      seen.told = true;
      options_.on_slow({workers_[i].task, workers_[i].trial, seconds});
    }
  }
  /// Seconds from one look to the next.
  [[nodiscard]] double pause() const { return std::min(1.0, options_.slow_seconds / 4); }

 private:
  struct Seen {
    std::int64_t begun = 0;
    Clock::time_point since;
    bool told = false;
  };
  const std::deque<WorkerState>& workers_;
  const MeasureOptions& options_;
  std::vector<Seen> seen_;
};

/// Until all workers have ended.
void pass_on(ChunkSource& source, const std::deque<WorkerState>& states,
             const MeasureOptions& options, const OnFinished& on_finished,
             const Elsewhere& elsewhere) {
  const int workers = static_cast<int>(states.size()) + elsewhere.workers;
  Watch watch(states, options);
  const double pause = elsewhere.attend ? Elsewhere::pause : watch.pause();
  for (;;) {
    const auto finished = source.collect(workers, pause);
    watch.look();
    if (finished && finished->empty()) return;
    if (finished) on_finished(*finished);
    if (elsewhere.attend) elsewhere.attend();
  }
}

}  // namespace

void measure_from(ChunkSource& source, std::span<const Task> tasks, const MeasureOptions& options,
                  const OnFinished& on_finished, const Elsewhere& elsewhere) {
  if (options.limits.seconds || options.limits.megabytes) {
    measure_isolated(source, tasks, options.jobs, options.limits, on_finished, elsewhere);
    return;
  }
  std::deque<WorkerState> states(static_cast<std::size_t>(std::max(1, options.jobs)));
  std::vector<std::jthread> threads;
  try {
    for (WorkerState& state : states) {
      threads.emplace_back([&] { work(source, tasks, state); });
    }
    pass_on(source, states, options, on_finished, elsewhere);
  } catch (...) {
    source.stop();
    give_up(source, on_finished, elsewhere);
    throw;  // the threads' destructors wait for the chunks in flight
  }
}

void measure(std::span<const Task> tasks, const MeasureOptions& options,
             const OnFinished& on_finished) {
  WorkQueue queue(tasks);
  measure_from(queue, tasks, options, on_finished, {});
}

void measure(std::span<const Task> tasks, int jobs, const OnFinished& on_finished) {
  measure(tasks, MeasureOptions{.jobs = jobs, .limits = {}}, on_finished);
}

void for_each_index(std::size_t count, int jobs, const std::function<void(std::size_t)>& action) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr problem;
  std::mutex problem_mutex;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < std::max(1, jobs); ++i) {
      threads.emplace_back([&] {
        for (std::size_t index = next++; index < count; index = next++) {
          try {
            action(index);
          } catch (...) {
            const std::lock_guard lock(problem_mutex);
            if (!problem) problem = std::current_exception();
          }
        }
      });
    }
  }
  if (problem) std::rethrow_exception(problem);
}

}  // namespace asymptest
