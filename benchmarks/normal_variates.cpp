#include <benchmark/benchmark.h>

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest {
namespace {

constexpr std::size_t normals = 1 << 12;  // in the first cache, with their words

Stream normal_stream() {
  return Stream({.suite_seed = 1, .claim = "benchmark", .point = "", .trial = 0});
}

/// Times `fill`, which writes the values: items and bytes a second are normals.
template <class Fill>
void time_normals(benchmark::State& state, Fill fill) {
  std::vector<double> values(normals);
  for (auto _ : state) {
    fill(values);
    benchmark::DoNotOptimize(values.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(normals));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(8 * normals));
}

/// Standard normals of a stream, beside one at a time and what a user would pick instead.
void normal_variates_filled(benchmark::State& state) {
  Stream stream = normal_stream();
  time_normals(state, [&](std::vector<double>& values) { stream.fill_normal(values); });
}
BENCHMARK(normal_variates_filled);

void normal_variates_one_at_a_time(benchmark::State& state) {
  Stream stream = normal_stream();
  time_normals(state, [&](std::vector<double>& values) {
    for (double& value : values) value = stream.normal();
  });
}
BENCHMARK(normal_variates_one_at_a_time);

/// Uniforms alone: the rest is the transform's.
void normal_variates_uniforms_only(benchmark::State& state) {
  Stream stream = normal_stream();
  time_normals(state, [&](std::vector<double>& values) { stream.fill_uniform(values); });
}
BENCHMARK(normal_variates_uniforms_only);

/// Box and Muller's transform by the C library's logarithm, sine and cosine, of the same uniforms.
void normal_variates_by_the_c_library(benchmark::State& state) {
  Stream stream = normal_stream();
  time_normals(state, [&](std::vector<double>& values) {
    for (std::size_t i = 0; i < normals; i += 2) {
      const double radius = std::sqrt(-2 * std::log(stream.uniform()));
      const double angle = 2 * std::numbers::pi * stream.uniform();
      values[i] = radius * std::cos(angle);
      values[i + 1] = radius * std::sin(angle);
    }
  });
}
BENCHMARK(normal_variates_by_the_c_library);

void normal_variates_by_the_standard_library(benchmark::State& state) {
  std::mt19937_64 engine(1);
  std::normal_distribution<double> normal;
  time_normals(state, [&](std::vector<double>& values) {
    for (double& value : values) value = normal(engine);
  });
}
BENCHMARK(normal_variates_by_the_standard_library);

}  // namespace
}  // namespace asymptest
