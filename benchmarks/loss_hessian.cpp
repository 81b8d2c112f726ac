#include "learning/curvature/loss_hessian.hpp"

#include <benchmark/benchmark.h>

namespace asymptest::learning {
namespace {

/// Two products of a weight-shaped matrix in the first layer, six in each other one.
double floating_point_operations(const Network& network, Eigen::Index samples) {
  double count = 0;
  for (std::size_t layer = 0; layer < network.weights.size(); ++layer) {
    const auto weights = static_cast<double>(network.weights[layer].size());
    count += (layer == 0 ? 4 : 12) * weights * static_cast<double>(samples);
  }
  return count;
}

void loss_hessian_product(benchmark::State& state) {
  const Stream random({.suite_seed = 1, .claim = "benchmark", .point = "", .trial = 0});
  const Network network = initialise(
      uniform_architecture(16, state.range(1), static_cast<int>(state.range(0))), random);
  const Eigen::MatrixXd inputs = Eigen::MatrixXd::Random(16, state.range(2));
  LossHessian hessian(network, inputs, Eigen::VectorXd::Ones(inputs.cols()));
  const Eigen::VectorXd direction = Eigen::VectorXd::Ones(network.parameters());
  Eigen::VectorXd product;
  hessian.multiply(direction, product);  // pays for the fresh pages
  for (auto _ : state) hessian.multiply(direction, product);
  state.counters["FLOP/s"] = benchmark::Counter(floating_point_operations(network, inputs.cols()),
                                                benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(loss_hessian_product)
    ->ArgNames({"L", "m", "n"})
    ->Args({2, 256, 64})
    ->Args({3, 1024, 256})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace asymptest::learning
