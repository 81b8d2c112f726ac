#include <benchmark/benchmark.h>

#include "learning/kernel_machines/kernel_interpolant.hpp"
#include "yardsticks/kernel_problem.hpp"

namespace {

/// The coefficients of the interpolant of n labels: n³/3 operations, half of them multiplications,
/// in the factorisation, which are counted, beside n² in the solve.
void kernel_solve(benchmark::State& state) {
  const Eigen::MatrixXd kernel = asymptest::benchmarks::kernel_matrix(state.range(0));
  const Eigen::VectorXd labels = Eigen::VectorXd::Ones(kernel.rows());
  for (auto _ : state) {
    const asymptest::learning::KernelInterpolant interpolant(kernel);
    benchmark::DoNotOptimize(interpolant.coefficients(labels).data());
  }
  const auto n = static_cast<double>(kernel.rows());
  state.counters["FLOP/s"] =
      benchmark::Counter(n * n * n / 3, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(kernel_solve)->ArgName("n")->Arg(1000)->Arg(8000)->Unit(benchmark::kMillisecond);

}  // namespace
