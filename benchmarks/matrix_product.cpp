#include <benchmark/benchmark.h>

#include <Eigen/Core>

namespace {

/// The machine's own rate, beside which the other rates are to be read.
void matrix_product(benchmark::State& state) {
  const Eigen::Index size = state.range(0);
  const Eigen::MatrixXd a = Eigen::MatrixXd::Ones(size, size);
  const Eigen::MatrixXd b = Eigen::MatrixXd::Ones(size, size);
  Eigen::MatrixXd c(size, size);
  for (auto _ : state) {
    c.noalias() = a * b;
    benchmark::DoNotOptimize(c.data());
  }
  const double flops = 2.0 * static_cast<double>(size * size * size);
  state.counters["FLOP/s"] =
      benchmark::Counter(flops, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(matrix_product)->Arg(512)->Arg(1024);

}  // namespace
