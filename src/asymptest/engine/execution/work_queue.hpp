#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "asymptest/engine/execution/chunk_source.hpp"

namespace asymptest {

/// All trials of a list of tasks: the costliest tasks first, cheap trials many at a time.
class WorkQueue : public ChunkSource {
 public:
  explicit WorkQueue(std::span<const Task> tasks);

 private:
  Supply next(Chunk& chunk) override;
  void learn(const Finished& finished) override;

  struct Progress {
    std::size_t taken = 0, done = 0;
    double seconds = 0;
    [[nodiscard]] std::size_t chunk_size() const;
  };

  std::span<const Task> tasks_;
  std::vector<std::size_t> order_;
  std::size_t front_ = 0;
  std::vector<Progress> progress_;
};

}  // namespace asymptest
