#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

#include "asymptest/inference/decide.hpp"
#include "asymptest/random/stream.hpp"

namespace {

using asymptest::PointTrials;

/// 40 % noise around (1 + x^−½)·x^−½ at doubling sizes from 16.
std::vector<PointTrials> trials_of(int sizes, int trials) {
  std::vector<PointTrials> data;
  for (int i = 0; i < sizes; ++i) {
    const double x = 16 * std::exp2(i);
    PointTrials point{{{"x", x}}, {}};
    asymptest::Stream random({1, "benchmark", point.at.key(), 0});
    for (int t = 0; t < trials; ++t) {
      const double law = (1 + 1 / std::sqrt(x)) / std::sqrt(x);
      point.values.push_back(law * std::exp(0.4 * random.normal()));
    }
    data.push_back(std::move(point));
  }
  return data;
}

/// A whole verdict on a power law, from the trials to the reason.
void verdict_on_power_law(benchmark::State& state) {
  const auto data = trials_of(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  const asymptest::Prediction prediction = asymptest::theta({{"x", -0.5}}).within(0.05);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        asymptest::decide(prediction, asymptest::Polarity::exact, data, 0.01).outcome);
  }
}
BENCHMARK(verdict_on_power_law)
    ->ArgNames({"sizes", "trials"})
    ->Args({8, 256})
    ->Args({8, 4096})
    ->Args({11, 4096})
    ->Unit(benchmark::kMillisecond);

}  // namespace
