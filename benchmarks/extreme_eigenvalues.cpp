#include <benchmark/benchmark.h>

#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "yardsticks/spd_problem.hpp"

namespace asymptest {
namespace {

/// All eigenvalues, of which the claims on the smallest one take the first.
void eigenvalues_of_the_project(benchmark::State& state) {
  const Eigen::MatrixXd matrix = benchmarks::spd_matrix(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(learning::symmetric_eigenvalues(matrix).data());
  }
}
BENCHMARK(eigenvalues_of_the_project)
    ->ArgName("n")
    ->ArgsProduct({{64, 128, 256, 512, 1000, 2000}})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace asymptest
