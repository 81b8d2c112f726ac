#include "asymptest/engine/execution/work_queue.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>

namespace asymptest {
namespace {

/// Trials are handed out in chunks that take about this long: a thousand times the cost of handing
/// one out and of storing it, yet soon enough on disk that a killed run loses next to nothing.
constexpr double chunk_seconds = 0.01;

}  // namespace

/// One trial until the first has told how long they take.
std::size_t WorkQueue::Progress::chunk_size() const {
  if (done == 0) return 1;
  const double each = seconds / static_cast<double>(done);
  // At most sixteen times what is known so far: a first trial may be untypically cheap.
  return std::clamp(static_cast<std::size_t>(chunk_seconds / std::max(each, 1e-9)), std::size_t{1},
                    16 * done);
}

WorkQueue::WorkQueue(std::span<const Task> tasks) : tasks_(tasks), progress_(tasks.size()) {
  order_.resize(tasks.size());
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::stable_sort(order_.begin(), order_.end(),
                   [&](std::size_t a, std::size_t b) { return tasks_[a].cost > tasks_[b].cost; });
}

bool WorkQueue::take(Chunk& chunk) {
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

void WorkQueue::give(Finished finished) {
  const std::lock_guard lock(mutex_);
  Progress& progress = progress_[finished.task];
  for (const Cell& cell : finished.cells) progress.seconds += cell.seconds;
  progress.done += finished.cells.size();
  finished_.push_back(std::move(finished));
  changed_.notify_one();
}

void WorkQueue::worker_ends() {
  const std::lock_guard lock(mutex_);
  ++ended_;
  changed_.notify_one();
}

std::optional<std::vector<Finished>> WorkQueue::collect(int workers, double seconds) {
  std::unique_lock lock(mutex_);
  const bool ready = changed_.wait_for(lock, std::chrono::duration<double>(seconds),
                                       [&] { return !finished_.empty() || ended_ == workers; });
  if (!ready) return std::nullopt;
  return std::exchange(finished_, {});
}

void WorkQueue::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
}

}  // namespace asymptest
