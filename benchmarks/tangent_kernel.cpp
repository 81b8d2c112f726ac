#include "learning/kernels/tangent_kernel.hpp"

#include <benchmark/benchmark.h>

namespace asymptest::learning {
namespace {

/// Two products a layer but the first, and one triangle of two Gram matrices a layer.
double floating_point_operations(const Network& network, Eigen::Index samples) {
  const auto n = static_cast<double>(samples);
  double count = 0;
  for (std::size_t layer = 0; layer < network.weights.size(); ++layer) {
    const auto& weights = network.weights[layer];
    count += (layer == 0 ? 2 : 4) * n * static_cast<double>(weights.size());
    count += n * n * static_cast<double>(weights.rows() + weights.cols());
  }
  return count;
}

void tangent_kernel_of(benchmark::State& state) {
  const Stream random({.suite_seed = 1, .claim = "benchmark", .point = "", .trial = 0});
  const Network network = initialise(
      uniform_architecture(16, state.range(1), static_cast<int>(state.range(0))), random);
  const Eigen::MatrixXd inputs = Eigen::MatrixXd::Random(16, state.range(2));
  TangentKernel kernel;
  kernel(network, inputs);  // pays for the fresh pages
  for (auto _ : state) benchmark::DoNotOptimize(kernel(network, inputs).data());
  state.counters["FLOP/s"] = benchmark::Counter(floating_point_operations(network, inputs.cols()),
                                                benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(tangent_kernel_of)
    ->ArgNames({"L", "m", "n"})
    ->Args({1, 1024, 6})
    ->ArgsProduct({{3}, {128, 256, 512, 1024, 2048, 4096}, {256}})
    ->Args({3, 1024, 512})
    ->Unit(benchmark::kMillisecond);

/// A kernel a thread, each with its own memory, as trials are measured.
void tangent_kernel_on_threads(benchmark::State& state) {
  const Stream random({.suite_seed = 1, .claim = "benchmark", .point = "", .trial = 0});
  const Network network = initialise(uniform_architecture(16, 512, 3), random);
  const Eigen::MatrixXd inputs = Eigen::MatrixXd::Ones(16, 256);
  TangentKernel kernel;
  for (auto _ : state) benchmark::DoNotOptimize(kernel(network, inputs).data());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(tangent_kernel_on_threads)
    ->Threads(1)
    ->Threads(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace asymptest::learning
