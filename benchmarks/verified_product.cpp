#include <benchmark/benchmark.h>

#include "rigor/matrices/interval_matrix.hpp"

namespace asymptest::rigor {
namespace {

/// A product of two interval matrices, beside `matrix_product` of as many rows.
void interval_product(benchmark::State& state) {
  const Eigen::MatrixXd middle = Eigen::MatrixXd::Random(state.range(0), state.range(0));
  const IntervalMatrix a(middle, 1e-10 * middle.cwiseAbs());
  for (auto _ : state) benchmark::DoNotOptimize(product(a, a).midpoint.data());
}
BENCHMARK(interval_product)->Arg(1024)->Unit(benchmark::kMillisecond);

/// An enclosure of the product of two plain matrices.
void enclosed_product(benchmark::State& state) {
  const Eigen::MatrixXd a = Eigen::MatrixXd::Random(state.range(0), state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(product(a, a).midpoint.data());
}
BENCHMARK(enclosed_product)->Arg(1024)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace asymptest::rigor
