#include <benchmark/benchmark.h>

#include <Eigen/Core>

namespace {

/// What Eigen's own products compute in: as many numbers as a register of this build holds.
using Register = Eigen::internal::packet_traits<double>::type;
constexpr int lanes = Eigen::internal::packet_traits<double>::size;

/// The processor's peak: fused multiply-adds in registers, enough of them independent to fill both
/// pipes for the four to five cycles that each takes.
void fused_multiply_adds(benchmark::State& state) {
  constexpr int registers = 12, rounds = 4096;
  Register sums[registers];
  Register factor = Eigen::internal::pset1<Register>(0.999);
  benchmark::DoNotOptimize(factor);
  for (Register& sum : sums) sum = factor;
  for (auto _ : state) {
    for (int round = 0; round < rounds; ++round) {
#pragma GCC unroll 12
      for (Register& sum : sums) sum = Eigen::internal::pmadd(sum, factor, factor);
    }
    benchmark::DoNotOptimize(sums);
  }
  state.counters["FLOP/s"] = benchmark::Counter(2.0 * registers * lanes * rounds,
                                                benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(fused_multiply_adds);

}  // namespace
