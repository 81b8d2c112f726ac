#include "asymptest/engine/executor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <numeric>
#include <thread>
#include <utility>

#include "asymptest/claim/failed_trial.hpp"

namespace asymptest {
namespace {

using Clock = std::chrono::steady_clock;

/// Trials are handed out in chunks that take about this long: a thousand times the cost of handing
/// one out and of storing it, yet soon enough on disk that a killed run loses next to nothing.
constexpr double chunk_seconds = 0.01;

double seconds_between(Clock::time_point from, Clock::time_point until) {
  return std::chrono::duration<double>(until - from).count();
}

std::string failure_of_value(double value) {
  if (std::isfinite(value)) return "";
  // A NaN's sign means nothing and differs between processors.
  return fmt::format("the trial's value is {}, expected a finite number",
                     std::isnan(value) ? std::abs(value) : value);
}

/// Hands out chunks of trials and collects what came of them.
class WorkQueue {
 public:
  struct Chunk {
    std::size_t task = 0;
    std::span<const std::int64_t> trials;
  };

  explicit WorkQueue(std::span<const Task> tasks) : tasks_(tasks), progress_(tasks.size()) {
    order_.resize(tasks.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return tasks_[a].cost > tasks_[b].cost; });
  }

  /// False when there is nothing left to hand out.
  bool take(Chunk& chunk) {
    const std::lock_guard lock(mutex_);
    while (front_ < order_.size()) {
      const std::size_t task = order_[front_];
      Progress& progress = progress_[task];
      const std::span<const std::int64_t> trials = tasks_[task].trials;
      const std::size_t left = trials.size() - progress.taken;
      if (!stopped_ && left > 0) {
        chunk = {task, trials.subspan(progress.taken, std::min(left, progress.chunk_size()))};
        progress.taken += chunk.trials.size();
        return true;
      }
      ++front_;
    }
    return false;
  }

  void give(Finished finished) {
    const std::lock_guard lock(mutex_);
    Progress& progress = progress_[finished.task];
    for (const Cell& cell : finished.cells) progress.seconds += cell.seconds;
    progress.done += finished.cells.size();
    finished_.push_back(std::move(finished));
    changed_.notify_one();
  }

  void worker_ends() {
    const std::lock_guard lock(mutex_);
    ++ended_;
    changed_.notify_one();
  }

  /// Waits for finished chunks. Empty once all `workers` have ended and nothing is left.
  std::vector<Finished> collect(int workers) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !finished_.empty() || ended_ == workers; });
    return std::exchange(finished_, {});
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }

 private:
  struct Progress {
    std::size_t taken = 0, done = 0;
    double seconds = 0;

    /// One trial until the first has told how long they take.
    [[nodiscard]] std::size_t chunk_size() const {
      if (done == 0) return 1;
      const double each = seconds / static_cast<double>(done);
      // At most sixteen times what is known so far: a first trial may be untypically cheap.
      return std::clamp(static_cast<std::size_t>(chunk_seconds / std::max(each, 1e-9)),
                        std::size_t{1}, 16 * done);
    }
  };

  std::span<const Task> tasks_;
  std::vector<std::size_t> order_;
  std::size_t front_ = 0;
  std::vector<Progress> progress_;
  std::vector<Finished> finished_;
  int ended_ = 0;
  bool stopped_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
};

void work(WorkQueue& queue, std::span<const Task> tasks) {
  WorkQueue::Chunk chunk;
  while (queue.take(chunk)) {
    const Task& task = tasks[chunk.task];
    const std::string key = task.at.key();
    Finished finished{.task = chunk.task};
    finished.cells.reserve(chunk.trials.size());
    for (const std::int64_t trial : chunk.trials) {
      finished.cells.push_back(
          measure_trial(*task.measure, task.at, key, task.subject, task.seed, trial));
    }
    queue.give(std::move(finished));
  }
  queue.worker_ends();
}

}  // namespace

Cell measure_trial(const Trial& measure, const Point& at, const std::string& key,
                   const std::string& subject, std::uint64_t seed, std::int64_t trial) {
  Cell cell{.trial = trial};
  const Clock::time_point start = Clock::now();
  try {
    Stream random({.suite_seed = seed,
                   .claim = subject,
                   .point = key,
                   .trial = static_cast<std::uint64_t>(trial)});
    cell.value = measure(at, random) + 0.0;  // −0 + 0 is 0
    cell.failure = failure_of_value(cell.value);
  } catch (const FailedTrial& problem) {
    cell.failure = problem.what();
  } catch (const std::exception& problem) {
    cell.failure = fmt::format("the trial threw: {}", problem.what());
  } catch (...) {
    cell.failure = "the trial threw something that is not a std::exception";
  }
  cell.seconds = seconds_between(start, Clock::now());
  return cell;
}

void measure(std::span<const Task> tasks, int jobs,
             const std::function<void(std::span<const Finished>)>& on_finished) {
  WorkQueue queue(tasks);
  const int workers = std::max(1, jobs);
  std::vector<std::jthread> threads;
  try {
    for (int i = 0; i < workers; ++i) threads.emplace_back([&] { work(queue, tasks); });
    for (auto finished = queue.collect(workers); !finished.empty();
         finished = queue.collect(workers)) {
      on_finished(finished);
    }
  } catch (...) {
    queue.stop();
    throw;  // the threads' destructors wait for the chunks in flight
  }
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
