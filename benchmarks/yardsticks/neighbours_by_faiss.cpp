#include <benchmark/benchmark.h>
#include <faiss/IndexFlat.h>
#include <omp.h>

#include "neighbour_problem.hpp"

namespace {

using asymptest::benchmarks::NeighbourProblem;

/// The `k` nearest of N points to each query, in single precision.
void neighbours_by_faiss(benchmark::State& state) {
  omp_set_num_threads(1);
  const NeighbourProblem problem(state.range(0), state.range(1),
                                 asymptest::benchmarks::queries_of_a_turn(state.range(1)));
  const Eigen::MatrixXf points = problem.points.cast<float>(),
                        queries = problem.queries.cast<float>();
  const Eigen::Index k = state.range(2);
  faiss::IndexFlatL2 index(points.rows());
  index.add(points.cols(), points.data());
  Eigen::MatrixXf squares(k, queries.cols());
  std::vector<faiss::Index::idx_t> indices(static_cast<std::size_t>(squares.size()));
  for (auto _ : state) {
    index.search(queries.cols(), queries.data(), k, squares.data(), indices.data());
    benchmark::DoNotOptimize(squares.data());
  }
  state.SetItemsProcessed(state.iterations() * queries.cols());
}
BENCHMARK(neighbours_by_faiss)
    ->ArgNames({"D", "N", "k"})
    ->Args({16, 100000, 1})
    ->Args({32, 1000000, 1})
    ->Args({64, 8192, 10})
    ->Args({784, 8192, 10})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
