#include <benchmark/benchmark.h>

#include <coin/ClpSimplex.hpp>
#include <coin/CoinPackedMatrix.hpp>
#include <coin/CoinPackedVector.hpp>
#include <vector>

#include "delaunay_problem.hpp"

namespace {

using asymptest::benchmarks::DelaunayProblem;

/// The columns (x, 1) of the programme's constraints.
CoinPackedMatrix constraints(const DelaunayProblem& problem) {
  CoinPackedMatrix matrix;
  matrix.setDimensions(static_cast<int>(problem.points.rows() + 1), 0);
  for (const auto point : problem.points.colwise()) {
    CoinPackedVector column;
    for (int i = 0; i < point.size(); ++i) column.insert(i, point[i]);
    column.insert(static_cast<int>(point.size()), 1);
    matrix.appendCol(column);
  }
  return matrix;
}

/// The programme of `DelaunayLocator` by a general solver, its primal method, which is the faster
/// of Clp's two here, started from the last query's basis.
void delaunay_location_by_clp(benchmark::State& state) {
  const DelaunayProblem problem(state.range(0), state.range(1));
  const auto rows = static_cast<std::size_t>(problem.points.rows() + 1);
  const auto columns = static_cast<std::size_t>(problem.points.cols());
  const Eigen::VectorXd heights = problem.points.colwise().squaredNorm();
  const std::vector<double> least(columns, 0), most(columns, COIN_DBL_MAX), one(rows, 1);
  ClpSimplex solver;
  solver.setLogLevel(0);
  solver.loadProblem(constraints(problem), least.data(), most.data(), heights.data(), one.data(),
                     one.data());
  std::int64_t turn = 0;
  for (auto _ : state) {
    const Eigen::VectorXd query = problem.query(turn++);
    for (int i = 0; i < query.size(); ++i) solver.setRowBounds(i, query[i], query[i]);
    solver.primal();
    if (solver.status() != 0) state.SkipWithError("Clp found no simplex");
  }
}
BENCHMARK(delaunay_location_by_clp)
    ->ArgNames({"d", "n"})
    ->Args({8, 2000})
    ->Args({16, 2000})
    ->Args({32, 1000})
    ->Args({100, 2000})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
