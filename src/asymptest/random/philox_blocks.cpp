#include "asymptest/random/philox_blocks.hpp"

#include <algorithm>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace asymptest {
namespace {

#ifdef __x86_64__
// A multiplication of 64 by 64 bits takes two cycles of the one unit that there is; of four at a
// time in parts of 32 bits, with all that goes with it, less.

constexpr std::size_t lanes = 4;    // words in a vector
constexpr std::size_t vectors = 2;  // side by side, as each waits for its own last product
constexpr std::size_t group = lanes * vectors;

struct WideProduct {
  __m256i high;
  __m256i low;
};

[[gnu::target("avx2"), gnu::always_inline]] inline WideProduct wide_product(__m256i a,
                                                                            std::uint64_t factor) {
  const __m256i lower_half = _mm256_set1_epi64x(0xffffffff);
  const __m256i factor_low = _mm256_set1_epi64x(static_cast<std::int64_t>(factor & 0xffffffffU));
  const __m256i factor_high = _mm256_set1_epi64x(static_cast<std::int64_t>(factor >> 32U));
  const __m256i a_high = _mm256_srli_epi64(a, 32);
  const __m256i low = _mm256_mul_epu32(a, factor_low);
  const __m256i middle =
      _mm256_add_epi64(_mm256_mul_epu32(a_high, factor_low), _mm256_srli_epi64(low, 32));
  const __m256i other =
      _mm256_add_epi64(_mm256_mul_epu32(a, factor_high), _mm256_and_si256(middle, lower_half));
  const __m256i high =
      _mm256_add_epi64(_mm256_mul_epu32(a_high, factor_high), _mm256_srli_epi64(middle, 32));
  return {_mm256_add_epi64(high, _mm256_srli_epi64(other, 32)),
          _mm256_blend_epi32(low, _mm256_slli_epi64(other, 32), 0b10101010)};
}

/// The words of four blocks, one of each in a vector, in the order of the blocks.
[[gnu::target("avx2"), gnu::always_inline]] inline void store_blocks(const __m256i (&x)[4],
                                                                     std::uint64_t* words) {
  const __m256i front_even = _mm256_unpacklo_epi64(x[0], x[1]);
  const __m256i front_odd = _mm256_unpackhi_epi64(x[0], x[1]);
  const __m256i back_even = _mm256_unpacklo_epi64(x[2], x[3]);
  const __m256i back_odd = _mm256_unpackhi_epi64(x[2], x[3]);
  auto* to = reinterpret_cast<__m256i*>(words);
  _mm256_storeu_si256(to, _mm256_permute2x128_si256(front_even, back_even, 0x20));
  _mm256_storeu_si256(to + 1, _mm256_permute2x128_si256(front_odd, back_odd, 0x20));
  _mm256_storeu_si256(to + 2, _mm256_permute2x128_si256(front_even, back_even, 0x31));
  _mm256_storeu_si256(to + 3, _mm256_permute2x128_si256(front_odd, back_odd, 0x31));
}

[[gnu::target("avx2"), gnu::always_inline]] inline __m256i all(std::uint64_t word) {
  return _mm256_set1_epi64x(static_cast<std::int64_t>(word));
}

[[gnu::target("avx2")]] void philox_group(const std::uint64_t (&counter)[4],
                                          const std::uint64_t (&key)[2], std::uint64_t* words) {
  __m256i x[vectors][4];
  for (std::size_t v = 0; v < vectors; ++v) {
    for (std::size_t i = 0; i < 4; ++i) x[v][i] = all(counter[i]);
    x[v][0] = _mm256_add_epi64(all(counter[0] + lanes * v), _mm256_set_epi64x(3, 2, 1, 0));
  }
  std::uint64_t first_key = key[0], second_key = key[1];
  for (int round = 0; round < 10; ++round) {
    for (auto& [a, b, c, d] : x) {
      const WideProduct p = wide_product(a, PHILOX_M4x64_0), q = wide_product(c, PHILOX_M4x64_1);
      a = _mm256_xor_si256(_mm256_xor_si256(q.high, b), all(first_key));
      c = _mm256_xor_si256(_mm256_xor_si256(p.high, d), all(second_key));
      b = q.low;
      d = p.low;
    }
    first_key += PHILOX_W64_0;
    second_key += PHILOX_W64_1;
  }
  for (std::size_t v = 0; v < vectors; ++v) store_blocks(x[v], words + 4 * lanes * v);
}
#endif

}  // namespace

void philox_blocks(const std::uint64_t (&counter)[4], const std::uint64_t (&key)[2],
                   std::uint64_t* words, std::size_t blocks) {
  std::uint64_t at[4];
  std::copy(std::begin(counter), std::end(counter), at);
#ifdef __x86_64__
  if (blocks >= group && __builtin_cpu_supports("avx2") != 0) {
    for (; blocks >= group; blocks -= group, at[0] += group, words += 4 * group) {
      philox_group(at, key, words);
    }
  }
#endif
  for (; blocks > 0; --blocks, ++at[0], words += 4) philox_block(at, key, words);
}

}  // namespace asymptest
