#include "learning/geometry/nearest_neighbours.hpp"

#include <benchmark/benchmark.h>

#include "learning/fractals/fractals.hpp"
#include "learning/geometry/covering.hpp"
#include "learning/geometry/torus.hpp"

namespace asymptest::learning {
namespace {

Stream stream() { return Stream({.suite_seed = 1, .claim = "benchmark"}); }

/// Building the tree over N points of the d-torus.
void nearest_neighbours_build(benchmark::State& state) {
  Stream random = stream();
  const Eigen::MatrixXd points = uniform_torus_points(state.range(0), state.range(1), random);
  for (auto _ : state) {
    const NearestNeighbours tree(points);
    benchmark::DoNotOptimize(tree.count());
  }
  state.SetItemsProcessed(state.iterations() * state.range(1));
}
BENCHMARK(nearest_neighbours_build)->ArgsProduct({{1, 2, 3}, {1024, 8192, 65536}});

/// One query on the torus.
void nearest_neighbours_query(benchmark::State& state) {
  Stream random = stream();
  const NearestNeighbours tree(uniform_torus_points(state.range(0), state.range(1), random));
  const Eigen::MatrixXd queries = uniform_torus_points(state.range(0), 512, random);
  for (auto _ : state) benchmark::DoNotOptimize(mean_nearest_torus_distance(tree, queries));
  state.SetItemsProcessed(state.iterations() * queries.cols());
}
BENCHMARK(nearest_neighbours_query)->ArgsProduct({{1, 2, 3}, {1024, 8192, 65536}});

/// One trial of covering/covering-mean-torus-3 at its largest size.
void covering_trial_on_the_torus(benchmark::State& state) {
  const Stream random = stream();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        mean_covering_distance(torus_law(3), state.range(0), 512, Metric::flat_torus, random));
  }
}
BENCHMARK(covering_trial_on_the_torus)->Arg(8192);

void sierpinski_gasket_sampling(benchmark::State& state) {
  Stream random = stream();
  for (auto _ : state) {
    benchmark::DoNotOptimize(sierpinski_gasket_points(state.range(0), random).data());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(sierpinski_gasket_sampling)->Arg(19683);

}  // namespace
}  // namespace asymptest::learning
