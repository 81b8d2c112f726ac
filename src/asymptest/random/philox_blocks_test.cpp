#include "asymptest/random/philox_blocks.hpp"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <vector>

namespace asymptest::philox_blocks_test {
namespace {

using Philox = r123::Philox4x64;

/// A few thousand counters and keys of all bits, from one multiplication to the next.
std::uint64_t scrambled(std::uint64_t i) {
  const std::uint64_t word = (i + 1) * 0x9e3779b97f4a7c15U;
  return (word ^ (word >> 29U)) * 0xbf58476d1ce4e5b9U;
}

TEST(PhiloxBlocks, AreThoseOfRandom123ForEveryNumberOfBlocks) {
  constexpr std::uint64_t ones = ~std::uint64_t{0};
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const std::uint64_t first = i % 3 == 0 ? ones - i % 20 : scrambled(6 * i);  // some wrap around
    const std::uint64_t counter[] = {first, scrambled(6 * i + 1), i % 2 == 0 ? ones : 0,
                                     scrambled(6 * i + 3)};
    const std::uint64_t key[] = {scrambled(6 * i + 4), i % 5 == 0 ? ones : scrambled(6 * i + 5)};
    const std::size_t blocks = i % 35;
    std::vector<std::uint64_t> words(4 * blocks + 1, 99);
    philox_blocks(counter, key, words.data(), blocks);
    for (std::size_t k = 0; k < blocks; ++k) {
      const auto block =
          Philox{}({{counter[0] + k, counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
      ASSERT_TRUE(std::equal(block.begin(), block.end(), &words[4 * k])) << k << " of " << blocks;
    }
    EXPECT_EQ(words.back(), 99U) << "wrote beyond its end";
  }
}

}  // namespace
}  // namespace asymptest::philox_blocks_test
