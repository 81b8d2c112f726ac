#include <benchmark/benchmark.h>

#include "learning/triangulation/delaunay_locator.hpp"
#include "yardsticks/delaunay_problem.hpp"

namespace {

using asymptest::benchmarks::DelaunayProblem;

/// One query, nothing kept from the last one.
void delaunay_location(benchmark::State& state) {
  const DelaunayProblem problem(state.range(0), state.range(1));
  const asymptest::learning::DelaunayLocator locator(problem.points);
  std::int64_t turn = 0;
  for (auto _ : state) {
    if (!locator.locate(problem.query(turn++))) state.SkipWithError("a query was not located");
  }
}
BENCHMARK(delaunay_location)
    ->ArgNames({"d", "n"})
    ->Args({2, 100000})
    ->Args({4, 10000})
    ->Args({8, 2000})
    ->Args({16, 2000})
    ->Args({32, 1000})
    ->Args({100, 2000})
    ->Unit(benchmark::kMicrosecond);

/// How a query's cost grows with the number of points.
void delaunay_location_of_points(benchmark::State& state) { delaunay_location(state); }
BENCHMARK(delaunay_location_of_points)
    ->ArgNames({"d", "n"})
    ->ArgsProduct({{16}, {1000, 2000, 4000, 8000, 16000}})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
