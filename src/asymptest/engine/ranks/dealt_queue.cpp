#include "asymptest/engine/ranks/dealt_queue.hpp"

namespace asymptest {

void DealtQueue::deal(const Chunk& chunk) {
  const std::lock_guard lock(mutex_);
  chunks_.push_back(chunk);
  supplied_.notify_one();
}

void DealtQueue::end() {
  const std::lock_guard lock(mutex_);
  over_ = true;
  supplied_.notify_all();
}

ChunkSource::Supply DealtQueue::next(Chunk& chunk) {
  if (chunks_.empty()) return over_ ? Supply::none : Supply::later;
  chunk = chunks_.front();
  chunks_.pop_front();
  return Supply::chunk;
}

}  // namespace asymptest
