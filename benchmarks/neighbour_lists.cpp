#include "learning/neighbours/neighbour_lists.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>

#include "learning/geometry/nearest_neighbours.hpp"
#include "yardsticks/neighbour_problem.hpp"

namespace {

using namespace asymptest;
using benchmarks::NeighbourProblem;

constexpr Eigen::Index queries = 512;

/// The nearest of N points to each of 512 queries, by the tree.
void neighbours_by_tree(benchmark::State& state) {
  const NeighbourProblem problem(state.range(0), state.range(1), queries);
  const learning::NearestNeighbours tree(problem.points);
  for (auto _ : state) {
    benchmark::DoNotOptimize(learning::mean_nearest_distance(tree, problem.queries));
  }
  state.SetItemsProcessed(state.iterations() * queries);
}
BENCHMARK(neighbours_by_tree)
    ->ArgNames({"D", "N", "k"})
    ->Args({2, 65536, 1})
    ->Args({4, 65536, 1})
    ->Args({8, 65536, 1})
    ->Args({16, 8192, 1})
    ->Unit(benchmark::kMicrosecond);

/// How a query's cost grows with the number of points.
void neighbours_of_points(benchmark::State& state) { neighbours_by_tree(state); }
BENCHMARK(neighbours_of_points)
    ->ArgNames({"D", "N"})
    ->ArgsProduct({{3}, {1024, 4096, 16384, 65536, 262144}})
    ->Unit(benchmark::kMicrosecond);

/// The `k` nearest, by a product of matrices and an exact check.
void neighbours_by_product(benchmark::State& state) {
  const NeighbourProblem problem(state.range(0), state.range(1), queries);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        learning::nearest_points(problem.points, problem.queries, state.range(2), 1)
            .distances.data());
  }
  state.SetItemsProcessed(state.iterations() * queries);
}
BENCHMARK(neighbours_by_product)
    ->ArgNames({"D", "N", "k"})
    ->Args({16, 8192, 1})
    ->Args({64, 8192, 10})
    ->Args({784, 8192, 10})
    ->Unit(benchmark::kMicrosecond);

/// The squared distances to all points, of which the `k` least are taken: coordinates apart, so
/// that the compiler makes vector instructions of it.
void neighbours_by_brute_force(benchmark::State& state) {
  const NeighbourProblem problem(state.range(0), state.range(1), queries);
  const Eigen::MatrixXd coordinates = problem.points.transpose();
  Eigen::VectorXd squares(coordinates.rows());
  for (auto _ : state) {
    for (const auto query : problem.queries.colwise()) {
      squares.setZero();
      for (Eigen::Index axis = 0; axis < query.size(); ++axis) {
        squares.array() += (coordinates.col(axis).array() - query[axis]).square();
      }
      if (state.range(2) == 1) {
        benchmark::DoNotOptimize(squares.minCoeff());
        continue;
      }
      std::nth_element(squares.begin(), squares.begin() + (state.range(2) - 1), squares.end());
      benchmark::DoNotOptimize(squares.data());
    }
  }
  state.SetItemsProcessed(state.iterations() * queries);
}
BENCHMARK(neighbours_by_brute_force)
    ->ArgNames({"D", "N", "k"})
    ->Args({2, 65536, 1})
    ->Args({4, 65536, 1})
    ->Args({8, 65536, 1})
    ->Args({16, 8192, 1})
    ->Args({64, 8192, 10})
    ->Args({784, 8192, 10})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
