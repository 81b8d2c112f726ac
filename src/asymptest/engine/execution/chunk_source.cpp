#include "asymptest/engine/execution/chunk_source.hpp"

#include <chrono>
#include <utility>

namespace asymptest {

bool ChunkSource::take(Chunk& chunk) {
  std::unique_lock lock(mutex_);
  for (;;) {
    const Supply supply = next_unless_stopped(chunk);
    if (supply != Supply::later) return supply == Supply::chunk;
    supplied_.wait(lock);
  }
}

ChunkSource::Supply ChunkSource::try_take(Chunk& chunk) {
  const std::lock_guard lock(mutex_);
  return next_unless_stopped(chunk);
}

void ChunkSource::give(Finished finished) {
  const std::lock_guard lock(mutex_);
  learn(finished);
  finished_.push_back(std::move(finished));
  changed_.notify_one();
}

void ChunkSource::worker_ends() {
  const std::lock_guard lock(mutex_);
  ++ended_;
  changed_.notify_one();
}

std::optional<std::vector<Finished>> ChunkSource::collect(int workers, double seconds) {
  std::unique_lock lock(mutex_);
  const bool ready = changed_.wait_for(lock, std::chrono::duration<double>(seconds),
                                       [&] { return !finished_.empty() || ended_ == workers; });
  if (!ready) return std::nullopt;
  return std::exchange(finished_, {});
}

void ChunkSource::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  supplied_.notify_all();
}

}  // namespace asymptest
