#include "learning/interpolation/min_norm_regression.hpp"

#include <benchmark/benchmark.h>

namespace asymptest::learning {
namespace {

Stream stream() { return Stream({.suite_seed = 1, .claim = "benchmark"}); }

/// One trial of robustness/robustness-exponents, in its two parts.
void gaussian_design_drawn(benchmark::State& state) {
  Stream random = stream();
  for (auto _ : state) {
    benchmark::DoNotOptimize(gaussian_design(state.range(0), state.range(1), 1, random).data());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0) * state.range(1));
}
BENCHMARK(gaussian_design_drawn)->Args({64, 1024});

void mean_min_norm_squared_solved(benchmark::State& state) {
  Stream random = stream();
  const Eigen::MatrixXd design = gaussian_design(state.range(0), state.range(1), 1, random);
  for (auto _ : state) benchmark::DoNotOptimize(mean_min_norm_squared(design));
}
BENCHMARK(mean_min_norm_squared_solved)->Args({8, 128})->Args({64, 1024})->Args({256, 1024});

}  // namespace
}  // namespace asymptest::learning
