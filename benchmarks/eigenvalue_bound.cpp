#include "rigor/matrices/eigenvalue_bound.hpp"

#include <benchmark/benchmark.h>

#include <Eigen/Cholesky>

#include "yardsticks/spd_problem.hpp"

namespace {

using Eigen::MatrixXd;

/// One plain factorisation, in units of which a bound's cost is told.
void cholesky_by_eigen(benchmark::State& state) {
  const MatrixXd a = asymptest::benchmarks::spd_matrix(state.range(0));
  for (auto _ : state) {
    const Eigen::LLT<MatrixXd> factors(a);
    benchmark::DoNotOptimize(factors.matrixLLT().data());
  }
}
BENCHMARK(cholesky_by_eigen)->Arg(1000)->Unit(benchmark::kMillisecond);

void smallest_eigenvalue_bound(benchmark::State& state) {
  const MatrixXd a = asymptest::benchmarks::spd_matrix(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(asymptest::rigor::smallest_eigenvalue_lower_bound(a));
  }
}

BENCHMARK(smallest_eigenvalue_bound)
    ->Arg(100)
    ->Arg(300)
    ->Arg(1000)
    ->Arg(2000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
