#include "asymptest/engine/ranks/dealt_queue.hpp"

#include <gtest/gtest.h>

#include <array>

namespace asymptest::dealt_queue_test {
namespace {

using Supply = ChunkSource::Supply;

TEST(DealtQueue, HandsOutInOrderWhatItIsDealtUntilTheEnd) {
  constexpr std::array<std::int64_t, 4> trials{0, 1, 2, 3};
  DealtQueue queue;
  ChunkSource::Chunk chunk;
  EXPECT_EQ(queue.try_take(chunk), Supply::later);
  queue.deal({3, std::span(trials).first(1)});
  queue.deal({1, trials});
  queue.end();
  EXPECT_TRUE(queue.take(chunk));
  EXPECT_EQ(chunk.task, 3U);
  EXPECT_EQ(chunk.trials.size(), 1U);
  EXPECT_TRUE(queue.take(chunk));
  EXPECT_EQ(chunk.task, 1U);
  EXPECT_EQ(queue.try_take(chunk), Supply::none);
  EXPECT_FALSE(queue.take(chunk));
}

}  // namespace
}  // namespace asymptest::dealt_queue_test
