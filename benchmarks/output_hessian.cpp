#include "learning/curvature/output_hessian.hpp"

#include <benchmark/benchmark.h>

#include "learning/curvature/shallow_hessian.hpp"

namespace asymptest::learning {
namespace {

Stream stream() { return Stream({.suite_seed = 1, .claim = "benchmark", .point = "", .trial = 0}); }

const Eigen::VectorXd& input() {
  static const Eigen::VectorXd x = Eigen::VectorXd::Ones(4);
  return x;
}

/// One product in compressed coordinates: two passes, four operations a weight.
void hessian_product(benchmark::State& state) {
  const Network network = initialise(uniform_architecture(4, state.range(0), 2), stream());
  const OutputHessian hessian(network, input());
  const Eigen::VectorXd in = Eigen::VectorXd::Ones(hessian.compressed_size());
  Eigen::VectorXd out(in.size());
  for (auto _ : state) hessian.multiply_compressed(in.data(), out.data());
  state.counters["FLOP/s"] = benchmark::Counter(4.0 * static_cast<double>(network.parameters()),
                                                benchmark::Counter::kIsIterationInvariantRate);
  state.SetBytesProcessed(state.iterations() * 2 * 8 * network.parameters());
}
BENCHMARK(hessian_product)->RangeMultiplier(2)->Range(128, 4096)->Unit(benchmark::kMillisecond);

/// Lanczos, at the cost of a trial of hessian/hessian-norm-decay less the weights' draw.
void hessian_norm(benchmark::State& state) {
  const Network network = initialise(uniform_architecture(4, state.range(0), 2), stream());
  for (auto _ : state) benchmark::DoNotOptimize(output_hessian_norm(network, input(), stream()));
}
BENCHMARK(hessian_norm)->Arg(256)->Arg(1024)->Arg(4096)->Unit(benchmark::kMillisecond);

void weights_drawn(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(initialise(uniform_architecture(4, state.range(0), 2), stream()));
  }
}
BENCHMARK(weights_drawn)->Arg(1024)->Unit(benchmark::kMillisecond);

void shallow_norm(benchmark::State& state) {
  const Network network = initialise(uniform_architecture(4, state.range(0), 1), stream());
  for (auto _ : state) benchmark::DoNotOptimize(shallow_hessian_norm(network, input()));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(shallow_norm)->Arg(65536)->Unit(benchmark::kMillisecond);

void shallow_supremum(benchmark::State& state) {
  const Network network = initialise(uniform_architecture(4, state.range(0), 1), stream());
  for (auto _ : state) benchmark::DoNotOptimize(shallow_hessian_supremum(network, input(), 1));
}
BENCHMARK(shallow_supremum)->Arg(65536)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace asymptest::learning
