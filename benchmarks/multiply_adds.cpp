#include <benchmark/benchmark.h>

#include <array>

namespace {

/// Four numbers in one register; a product and a sum of them are contracted to one instruction.
using Register = double __attribute__((vector_size(32)));

/// The processor's peak: fused multiply-adds in registers, enough of them independent to fill both
/// pipes for the four to five cycles that each takes.
void fused_multiply_adds(benchmark::State& state) {
  constexpr int vectors = 12, lanes = 4, rounds = 4096;
  std::array<Register, vectors> sums{};
  Register factor = {0.999, 0.998, 0.997, 0.996};
  benchmark::DoNotOptimize(factor);
  for (auto _ : state) {
    for (int round = 0; round < rounds; ++round) {
      for (Register& sum : sums) sum = sum * factor + factor;
    }
    benchmark::DoNotOptimize(sums);
  }
  state.counters["FLOP/s"] = benchmark::Counter(2.0 * vectors * lanes * rounds,
                                                benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(fused_multiply_adds);

}  // namespace
