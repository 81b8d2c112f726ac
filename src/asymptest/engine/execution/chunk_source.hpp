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

/// Hands out chunks of trials and collects what came of them. Any number of threads may use it at
/// once.
class ChunkSource {
 public:
  /// Trials of one task, which one worker measures in one go.
  struct Chunk {
    std::size_t task = 0;
    std::span<const std::int64_t> trials;
  };
  /// What there is to take: a chunk, none yet, or none any more.
  enum class Supply { chunk, later, none };

  ChunkSource() = default;
  ChunkSource(const ChunkSource&) = delete;
  ChunkSource& operator=(const ChunkSource&) = delete;
  virtual ~ChunkSource() = default;

  /// Waits for a chunk; false when there is nothing left to hand out.
  bool take(Chunk& chunk);
  /// The same without waiting.
  Supply try_take(Chunk& chunk);
  void give(Finished finished);
  void worker_ends();
  /// Waits for finished chunks, at most `seconds` (then nothing). Empty once all `workers` have
  /// ended and nothing is left.
  std::optional<std::vector<Finished>> collect(int workers, double seconds);
  /// Nothing more is handed out.
  void stop();

 protected:
  /// Both are called under the lock.
  virtual Supply next(Chunk& chunk) = 0;
  virtual void learn(const Finished& /*finished*/) {}

  std::mutex mutex_;
  std::condition_variable supplied_;  ///< for who waits in `take`

 private:
  Supply next_unless_stopped(Chunk& chunk) { return stopped_ ? Supply::none : next(chunk); }

  std::vector<Finished> finished_;
  int ended_ = 0;
  bool stopped_ = false;
  std::condition_variable changed_;  ///< for who waits in `collect`
};

}  // namespace asymptest
