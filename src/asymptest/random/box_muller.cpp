#include "asymptest/random/box_muller.hpp"

namespace asymptest::box_muller {
namespace {

[[gnu::always_inline]] inline void transform_pairs(const std::uint64_t* words, double* normals,
                                                   std::size_t pairs) {
  for (std::size_t i = 0; i < pairs; ++i) {
    const Pair pair = normal_pair(words[2 * i], words[2 * i + 1]);
    normals[2 * i] = pair.first;
    normals[2 * i + 1] = pair.second;
  }
}

void transform_by_any(const std::uint64_t* words, double* normals, std::size_t pairs) {
  transform_pairs(words, normals, pairs);
}

#ifdef __x86_64__
[[gnu::target("avx2")]] void transform_by_avx2(const std::uint64_t* words, double* normals,
                                               std::size_t pairs) {
  transform_pairs(words, normals, pairs);
}

[[gnu::target("avx512f,avx512dq,avx512vl")]] void transform_by_avx512(const std::uint64_t* words,
                                                                      double* normals,
                                                                      std::size_t pairs) {
  transform_pairs(words, normals, pairs);
}

bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl");
}
#endif

}  // namespace

std::span<const Variant> variants() {
  static const Variant all[] = {
      {"the build's own", true, transform_by_any},
#ifdef __x86_64__
      {"AVX2", __builtin_cpu_supports("avx2") != 0, transform_by_avx2},
      {"AVX-512", has_avx512(), transform_by_avx512},
#endif
  };
  return all;
}

void transform(const std::uint64_t* words, double* normals, std::size_t pairs) {
  static const auto widest = [] {
    auto best = variants().front().transform;
    for (const Variant& v : variants()) best = v.runs_here ? v.transform : best;
    return best;
  }();
  widest(words, normals, pairs);
}

}  // namespace asymptest::box_muller
