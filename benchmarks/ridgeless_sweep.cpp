#include "learning/interpolation/ridgeless_sweep.hpp"

#include <benchmark/benchmark.h>

#include <Eigen/QR>

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// The solutions of least norm for p = 1 … D, beside one QR factorisation of the n × D design.
void ridgeless_sweep_of_all_p(benchmark::State& state) {
  const MatrixXd design = MatrixXd::Random(state.range(0), state.range(1));
  const VectorXd target = VectorXd::Ones(design.cols());
  for (auto _ : state) {
    benchmark::DoNotOptimize(asymptest::learning::ridgeless_sweep(design, target).noise.data());
  }
}
BENCHMARK(ridgeless_sweep_of_all_p)
    ->ArgNames({"n", "D"})
    ->Args({1000, 2000})
    ->Unit(benchmark::kMillisecond);

void qr_by_eigen(benchmark::State& state) {
  const MatrixXd design = MatrixXd::Random(state.range(0), state.range(1));
  for (auto _ : state) {
    const Eigen::HouseholderQR<MatrixXd> factors(design);
    benchmark::DoNotOptimize(factors.matrixQR().data());
  }
}
BENCHMARK(qr_by_eigen)->Args({1000, 2000})->Unit(benchmark::kMillisecond);

}  // namespace
