#include <benchmark/benchmark.h>

#include "alone.hpp"
#include "learning/curvature/output_hessian.hpp"
#include "rigor/matrices/eigenvalue_bound.hpp"
#include "rigor/networks/convergence_ball.hpp"
#include "rigor/networks/random_problem.hpp"

namespace asymptest {
namespace {

using learning::uniform_architecture;

Stream stream() { return Stream({.suite_seed = 1, .claim = "benchmark", .point = "", .trial = 0}); }

/// Weights of width m are drawn, and the Hessian's norm taken.
void hessian_norm(std::int64_t m) {
  const learning::Network network = learning::initialise(uniform_architecture(4, m, 2), stream());
  benchmark::DoNotOptimize(
      learning::output_hessian_norm(network, Eigen::VectorXd::Ones(4), stream()));
}

/// λ_min of I + A/n, A symmetric: nothing but the matrix is held before.
void eigenvalue_bound(std::int64_t n) {
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Constant(n, n, 0.5 / static_cast<double>(n));
  matrix.diagonal().array() += 1;
  benchmark::DoNotOptimize(rigor::smallest_eigenvalue_lower_bound(matrix));
}

/// The ball of `certified_ball`, with the network that it is of.
void ball(std::int64_t m) {
  Stream random = stream();
  const auto problem = rigor::random_problem({.samples = 20, .dimension = 64, .width = m},
                                             [&] { return random.normal(); });
  benchmark::DoNotOptimize(rigor::prove_ball(problem, 2).mu);
}

const bool known = [] {
  benchmarks::add_work("hessian_norm", hessian_norm);
  benchmarks::add_work("eigenvalue_bound", eigenvalue_bound);
  benchmarks::add_work("ball", ball);
  return true;
}();

/// Does the work alone and notes its time, and its memory in units of so many bytes.
void take_alone(benchmark::State& state, const char* name, const char* counter, double bytes) {
  benchmarks::Taken taken;
  for (auto _ : state) taken = benchmarks::done_alone(name, state.range(0));
  state.counters["cpu_seconds"] = taken.cpu_seconds;
  state.counters[counter] = taken.peak_bytes / bytes;
}

void hessian_norm_alone(benchmark::State& state) {
  const auto m = static_cast<double>(state.range(0));
  take_alone(state, "hessian_norm", "peak/weights", 8 * (m * m + 5 * m));
}
BENCHMARK(hessian_norm_alone)->Arg(8192)->Iterations(1)->Unit(benchmark::kSecond);

void eigenvalue_bound_alone(benchmark::State& state) {
  const auto n = static_cast<double>(state.range(0));
  take_alone(state, "eigenvalue_bound", "peak/matrix", 8 * n * n);
}
BENCHMARK(eigenvalue_bound_alone)->Arg(4000)->Iterations(1)->Unit(benchmark::kSecond);

void certified_ball_alone(benchmark::State& state) {
  take_alone(state, "ball", "peak_GiB", 0x1p30);
}
BENCHMARK(certified_ball_alone)->Arg(1 << 20)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace asymptest
