#pragma once

#include <Random123/philox.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace asymptest {

/// One block of Philox4x64-10 (Salmon, Moraes, Dror, Shaw 2011), by Random123.
inline void philox_block(const std::uint64_t (&counter)[4], const std::uint64_t (&key)[2],
                         std::uint64_t* words) {
  const auto block =
      r123::Philox4x64{}({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
  std::copy(block.begin(), block.end(), words);
}

/// Consecutive blocks: words[4i … 4i + 3] are
/// those of the key and of the counter with i added to its first word, modulo 2^64. Many blocks at
/// once are computed in vector instructions where the processor has AVX2.
void philox_blocks(const std::uint64_t (&counter)[4], const std::uint64_t (&key)[2],
                   std::uint64_t* words, std::size_t blocks);

}  // namespace asymptest
