#include "learning/neighbours/singular_weights.hpp"

#include <benchmark/benchmark.h>

#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest {
namespace {

/// The weights of n labels. Read once and written once each are 16 bytes a label.
void singular_weights_of_distances(benchmark::State& state) {
  std::vector<double> distances(static_cast<std::size_t>(state.range(0)));
  Stream({.suite_seed = 1, .claim = "benchmark", .point = "", .trial = 0}).fill_uniform(distances);
  for (auto _ : state) {
    benchmark::DoNotOptimize(learning::singular_weights(distances, 1.5).data());
  }
  state.SetBytesProcessed(state.iterations() * 16 * state.range(0));
}
BENCHMARK(singular_weights_of_distances)
    ->ArgName("n")
    ->RangeMultiplier(2)
    ->Range(1 << 10, 1 << 16)
    ->Arg(100000)
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace asymptest
