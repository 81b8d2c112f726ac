#include <benchmark/benchmark.h>

#include <random>

#include "rigor/networks/convergence_ball.hpp"
#include "rigor/networks/deep_ball.hpp"
#include "rigor/networks/random_problem.hpp"

namespace asymptest::rigor {
namespace {

struct NormalNumbers {
  std::mt19937_64 bits{1};
  std::normal_distribution<double> normal;
  double operator()() { return normal(bits); }
};

/// One hidden layer of the width: 20 inputs in 64 dimensions, labels ±1, margin 2.
void certified_ball(benchmark::State& state) {
  NormalNumbers normal;
  const ShallowProblem problem =
      random_problem({.samples = 20, .dimension = 64, .width = state.range(0)}, normal);
  double mu = 0;
  for (auto _ : state) mu = prove_ball(problem, 2).mu;
  state.counters["mu"] = mu;
}
BENCHMARK(certified_ball)
    ->ArgName("m")
    ->Arg(1 << 17)
    ->Arg(1 << 18)
    ->Iterations(1)
    ->Unit(benchmark::kSecond)
    ->MeasureProcessCPUTime();

/// Two hidden layers of the width: four inputs, and the largest labels.
void certified_ball_two_hidden_layers(benchmark::State& state) {
  NormalNumbers normal;
  const DeepProblem problem =
      random_deep_problem({.samples = 4, .dimension = 16, .width = state.range(0)}, normal);
  double residual = 0;
  for (auto _ : state) residual = largest_residual(bound_at(problem), 1);
  state.counters["label_scale"] = residual / 2;
}
BENCHMARK(certified_ball_two_hidden_layers)
    ->ArgName("m")
    ->Arg(1 << 10)
    ->Arg(1 << 12)
    ->Iterations(1)
    ->Unit(benchmark::kSecond)
    ->MeasureProcessCPUTime();

}  // namespace
}  // namespace asymptest::rigor
