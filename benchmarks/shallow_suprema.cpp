#include <benchmark/benchmark.h>

#include "learning/curvature/shallow_hessian.hpp"
#include "learning/suprema/shallow_kernel_change.hpp"
#include "learning/suprema/shallow_linearisation.hpp"

namespace asymptest::learning {
namespace {

Network shallow_network(Eigen::Index width) {
  return initialise(uniform_architecture(4, width, 1),
                    Stream({.suite_seed = 1, .claim = "benchmark", .point = "", .trial = 0}));
}

const Eigen::VectorXd& input() {
  static const Eigen::VectorXd x = Eigen::VectorXd::Ones(4);
  return x;
}

/// The linearisation's largest error in a ball around one draw of the weights.
void linearisation_supremum(benchmark::State& state) {
  const Network network = shallow_network(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(shallow_linearisation_error(network, input(), 0.5).upper);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(linearisation_supremum)
    ->ArgName("m")
    ->RangeMultiplier(2)
    ->Range(1024, 32768)
    ->Unit(benchmark::kMillisecond);

void kernel_change_supremum(benchmark::State& state) {
  const Network network = shallow_network(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(shallow_kernel_change(network, input(), 0.5).upper);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(kernel_change_supremum)
    ->ArgName("m")
    ->RangeMultiplier(2)
    ->Range(1024, 32768)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace asymptest::learning
