#include "learning/interpolation/lattice_interpolation.hpp"

#include <benchmark/benchmark.h>

namespace asymptest::learning {
namespace {

Stream stream() { return Stream({.suite_seed = 1, .claim = "benchmark"}); }

/// One trial of interpolation/simplicial-regression: Σλ² at a uniform point.
void simplicial_noise_variance_of_a_point(benchmark::State& state) {
  Stream random = stream();
  for (auto _ : state) {
    benchmark::DoNotOptimize(mean_simplicial_noise_variance(state.range(0), 1, random));
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(simplicial_noise_variance_of_a_point)->RangeMultiplier(8)->Range(16, 16384)->Complexity();

/// The interpolant itself, its labels hashed from the vertices.
void simplicial_noise_of_a_point(benchmark::State& state) {
  Stream random = stream();
  const LatticeNoise noise(random);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        simplicial_noise(uniform_lattice_point(state.range(0), random), noise));
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(simplicial_noise_of_a_point)->RangeMultiplier(8)->Range(16, 16384)->Complexity();

}  // namespace
}  // namespace asymptest::learning
