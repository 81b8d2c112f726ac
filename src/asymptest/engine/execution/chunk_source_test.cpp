#include "asymptest/engine/execution/chunk_source.hpp"

#include <gtest/gtest.h>

#include <array>
#include <deque>
#include <thread>

namespace asymptest::chunk_source_test {
namespace {

/// Has what it is given, and then nothing, until it is closed.
class Shelf : public ChunkSource {
 public:
  void put(const Chunk& chunk) {
    const std::lock_guard lock(mutex_);
    chunks_.push_back(chunk);
    supplied_.notify_one();
  }
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    supplied_.notify_all();
  }
  std::size_t learned = 0;

 private:
  Supply next(Chunk& chunk) override {
    if (chunks_.empty()) return closed_ ? Supply::none : Supply::later;
    chunk = chunks_.front();
    chunks_.pop_front();
    return Supply::chunk;
  }
  void learn(const Finished& finished) override { learned += finished.cells.size(); }

  std::deque<Chunk> chunks_;
  bool closed_ = false;
};

constexpr std::array<std::int64_t, 3> trials{4, 5, 6};

TEST(ChunkSource, WaitsForAChunkOrTheEnd) {
  Shelf shelf;
  ChunkSource::Chunk chunk;
  EXPECT_EQ(shelf.try_take(chunk), ChunkSource::Supply::later);
  int taken = 0;
  {
    const std::jthread taker([&] {
      ChunkSource::Chunk mine;
      while (shelf.take(mine)) ++taken;
    });
    shelf.put({0, trials});
    shelf.put({1, trials});
    shelf.close();
  }
  EXPECT_EQ(taken, 2);
  EXPECT_EQ(shelf.try_take(chunk), ChunkSource::Supply::none);
}

TEST(ChunkSource, HandsOutNothingOnceItIsStopped) {
  Shelf shelf;
  shelf.put({0, trials});
  shelf.stop();
  ChunkSource::Chunk chunk;
  EXPECT_FALSE(shelf.take(chunk));
}

TEST(ChunkSource, CollectsUntilAllWorkersHaveEnded) {
  Shelf shelf;
  EXPECT_FALSE(shelf.collect(2, 0).has_value());
  shelf.give({.task = 0, .cells = std::vector<Cell>(3)});
  EXPECT_EQ(shelf.learned, 3U);
  EXPECT_EQ(shelf.collect(2, 0).value().size(), 1U);
  shelf.worker_ends();
  EXPECT_FALSE(shelf.collect(2, 0).has_value());
  shelf.worker_ends();
  EXPECT_TRUE(shelf.collect(2, 0).value().empty());
}

}  // namespace
}  // namespace asymptest::chunk_source_test
