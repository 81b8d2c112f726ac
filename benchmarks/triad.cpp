#include <benchmark/benchmark.h>

#include <Eigen/Core>

namespace {

/// McCalpin's triad a = b + s·c, whose three arrays are counted once each: what memory gives. 2²³
/// numbers an array are far beyond every cache, 10⁵ lie in the second or third.
void triad(benchmark::State& state) {
  const Eigen::Index size = state.range(0);
  const Eigen::VectorXd b = Eigen::VectorXd::Ones(size), c = b;
  Eigen::VectorXd a = b;
  double factor = 0.5;
  benchmark::DoNotOptimize(factor);
  for (auto _ : state) {
    a.noalias() = b + factor * c;
    benchmark::DoNotOptimize(a.data());
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(state.iterations() * 3 * 8 * size);
}
BENCHMARK(triad)->Arg(100000)->Arg(1 << 23);

}  // namespace
