#include "rigor/matrices/eigenvalue_bound.hpp"

#include <benchmark/benchmark.h>

#include <Eigen/Cholesky>
#include <algorithm>
#include <ctime>
#include <limits>

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

/// A kernel-like matrix: the Gram matrix of n random vectors in 4 n dimensions.
MatrixXd any_gram(Index n) {
  std::srand(1);
  const MatrixXd a = MatrixXd::Random(n, 4 * n);
  return a * a.transpose() / static_cast<double>(4 * n);
}

/// Processor time, as the counter below uses it, of the fastest of some repetitions.
double seconds_of_plain_cholesky(const MatrixXd& a) {
  double best = std::numeric_limits<double>::infinity();
  for (int i = 0; i < 20; ++i) {
    const std::clock_t start = std::clock();
    const Eigen::LLT<MatrixXd> factors(a);
    benchmark::DoNotOptimize(factors.matrixLLT().data());
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

/// `in_choleskys`: the time of a bound over that of one plain Cholesky factorisation (the reporter
/// writes a ratio of times as if it were seconds).
void smallest_eigenvalue_bound(benchmark::State& state) {
  const MatrixXd a = any_gram(state.range(0));
  const double plain = seconds_of_plain_cholesky(a);
  for (auto _ : state) {
    benchmark::DoNotOptimize(asymptest::rigor::smallest_eigenvalue_lower_bound(a));
  }
  state.counters["in_choleskys"] =
      benchmark::Counter(plain * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

BENCHMARK(smallest_eigenvalue_bound)->Arg(100)->Arg(300)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
