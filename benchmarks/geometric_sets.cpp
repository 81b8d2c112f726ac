#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

#include "learning/fractals/box_counts.hpp"
#include "learning/geometry/torus_covering_radius.hpp"
#include "learning/smoothness/lipschitz.hpp"
#include "yardsticks/neighbour_problem.hpp"

namespace asymptest {
namespace {

using benchmarks::NeighbourProblem;

/// An instruction in registers, in the unit of the peak, which is that of multiply-adds.
constexpr double instruction = 2;

/// Operations of all n²/2 pairs: a subtraction, a multiplication and an addition a coordinate, each
/// as one instruction of its own, since products are not fused with sums.
void least_lipschitz_constant(benchmark::State& state) {
  const NeighbourProblem problem(state.range(0), state.range(1), 1);
  const Eigen::VectorXd values = problem.points.colwise().sum().transpose();
  for (auto _ : state) {
    benchmark::DoNotOptimize(learning::least_lipschitz_constant(problem.points, values));
  }
  const auto n = static_cast<double>(state.range(1));
  state.counters["FLOP/s"] =
      benchmark::Counter(n * n / 2 * 3 * instruction * static_cast<double>(state.range(0)),
                         benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(least_lipschitz_constant)
    ->ArgNames({"D", "N"})
    ->Args({2, 4096})
    ->Args({32, 4096})
    ->Unit(benchmark::kMillisecond);

/// Bytes of the candidates' coordinates and least distances, the latter read once more for the
/// greatest of them, and written.
void farthest_first(benchmark::State& state) {
  constexpr Eigen::Index chosen = 64;
  const NeighbourProblem problem(state.range(0), state.range(1), 1);
  for (auto _ : state) {
    benchmark::DoNotOptimize(learning::farthest_first(problem.points, chosen).data());
  }
  state.SetBytesProcessed(state.iterations() * chosen * state.range(1) *
                          static_cast<std::int64_t>(sizeof(double)) * (state.range(0) + 3));
}
BENCHMARK(farthest_first)->ArgNames({"D", "N"})->Args({2, 25000})->Unit(benchmark::kMillisecond);

void box_counts(benchmark::State& state) {
  const NeighbourProblem problem(state.range(0), state.range(1), 1);
  for (auto _ : state) {
    benchmark::DoNotOptimize(learning::box_counts(problem.points, 3, 12).data());
  }
}
BENCHMARK(box_counts)->ArgNames({"D", "N"})->Args({2, 100000})->Unit(benchmark::kMillisecond);

/// As many random numbers of 64 bits in order: what counting boxes can't do without.
void sorted_numbers(benchmark::State& state) {
  Stream random({.suite_seed = 1, .claim = "benchmark", .point = "numbers", .trial = 0});
  std::vector<std::uint64_t> numbers(static_cast<std::size_t>(state.range(0)));
  std::generate(numbers.begin(), numbers.end(), [&] { return random(); });
  for (auto _ : state) {
    std::vector<std::uint64_t> sorted = numbers;
    std::sort(sorted.begin(), sorted.end());
    benchmark::DoNotOptimize(sorted.data());
  }
}
BENCHMARK(sorted_numbers)->Arg(100000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace asymptest
