#include "learning/neighbours/neighbour_lists.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>

#include "learning/geometry/nearest_neighbours.hpp"
#include "yardsticks/neighbour_problem.hpp"

namespace asymptest {
namespace {

using benchmarks::NeighbourProblem;

NeighbourProblem problem_of(const benchmark::State& state) {
  return {state.range(0), state.range(1), benchmarks::queries_of_a_turn(state.range(1))};
}

/// The nearest of N points to each query, by the tree.
void neighbours_by_tree(benchmark::State& state) {
  const NeighbourProblem problem = problem_of(state);
  const learning::NearestNeighbours tree(problem.points);
  for (auto _ : state) {
    benchmark::DoNotOptimize(learning::mean_nearest_distance(tree, problem.queries));
  }
  state.SetItemsProcessed(state.iterations() * problem.queries.cols());
}
BENCHMARK(neighbours_by_tree)
    ->ArgNames({"D", "N", "k"})
    ->Args({2, 1000000, 1})
    ->Args({4, 65536, 1})
    ->Args({8, 100000, 1})
    ->Args({16, 100000, 1})
    ->Unit(benchmark::kMicrosecond);

/// How a query's cost grows with the number of points.
void neighbours_of_points(benchmark::State& state) { neighbours_by_tree(state); }
BENCHMARK(neighbours_of_points)
    ->ArgNames({"D", "N"})
    ->ArgsProduct({{3}, {1024, 4096, 16384, 65536, 262144}})
    ->Unit(benchmark::kMicrosecond);

/// The `k` nearest, by a product of matrices and an exact check.
void neighbours_by_product(benchmark::State& state) {
  const NeighbourProblem problem = problem_of(state);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        learning::nearest_points(problem.points, problem.queries, state.range(2), 1)
            .distances.data());
  }
  state.SetItemsProcessed(state.iterations() * problem.queries.cols());
}
BENCHMARK(neighbours_by_product)
    ->ArgNames({"D", "N", "k"})
    ->Args({16, 100000, 1})
    ->Args({32, 1000000, 1})
    ->Args({64, 8192, 10})
    ->Args({784, 8192, 10})
    ->Unit(benchmark::kMicrosecond);

/// The squared distances to all points, of which the `k` least are taken: coordinates apart, so
/// that the compiler makes vector instructions of it.
void neighbours_by_brute_force(benchmark::State& state) {
  const NeighbourProblem problem = problem_of(state);
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
  state.SetItemsProcessed(state.iterations() * problem.queries.cols());
}
BENCHMARK(neighbours_by_brute_force)
    ->ArgNames({"D", "N", "k"})
    ->Args({2, 1000000, 1})
    ->Args({4, 65536, 1})
    ->Args({8, 100000, 1})
    ->Args({16, 100000, 1})
    ->Args({32, 1000000, 1})
    ->Args({64, 8192, 10})
    ->Args({784, 8192, 10})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace asymptest
