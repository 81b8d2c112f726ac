#include "asymptest/engine/execution/work_queue.hpp"

#include <algorithm>
#include <numeric>

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

ChunkSource::Supply WorkQueue::next(Chunk& chunk) {
  for (; front_ < order_.size(); ++front_) {
    const std::size_t task = order_[front_];
    Progress& progress = progress_[task];
    const std::span<const std::int64_t> trials = tasks_[task].trials;
    const std::size_t left = trials.size() - progress.taken;
    if (left == 0) continue;
    chunk = {task, trials.subspan(progress.taken, std::min(left, progress.chunk_size()))};
    progress.taken += chunk.trials.size();
    return Supply::chunk;
  }
  return Supply::none;
}

void WorkQueue::learn(const Finished& finished) {
  Progress& progress = progress_[finished.task];
  for (const Cell& cell : finished.cells) progress.seconds += cell.seconds;
  progress.done += finished.cells.size();
}

}  // namespace asymptest
