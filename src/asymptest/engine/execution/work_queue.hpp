#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "asymptest/engine/execution/task.hpp"

namespace asymptest {

/// Hands out chunks of trials, the costliest tasks first, and collects what came of them. Any
/// number of threads may use it at once.
class WorkQueue {
 public:
  struct Chunk {
    std::size_t task = 0;
    std::span<const std::int64_t> trials;
  };

  explicit WorkQueue(std::span<const Task> tasks);

  /// False when there is nothing left to hand out.
  bool take(Chunk& chunk);
  void give(Finished finished);
  void worker_ends();
  /// Waits for finished chunks, at most `seconds` (then nothing). Empty once all `workers` have
  /// ended and nothing is left.
  std::optional<std::vector<Finished>> collect(int workers, double seconds);
  /// Nothing more is handed out.
  void stop();

 private:
  struct Progress {
    std::size_t taken = 0, done = 0;
    double seconds = 0;
    [[nodiscard]] std::size_t chunk_size() const;
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

}  // namespace asymptest
