#include "learning/networks/activation.hpp"

#include <benchmark/benchmark.h>

#include <cmath>

namespace asymptest::learning {
namespace {

constexpr Eigen::Index entries = 1 << 14;  // in the cache, with their values

/// tanh of an array, beside `tanh_of_the_c_library`: vector instructions make it some ten times
/// as fast; their loss, which no test sees, leaves a quarter of that.
void tanh_of_the_project(benchmark::State& state) {
  const Eigen::MatrixXd z = 3 * Eigen::MatrixXd::Random(entries, 1);
  Eigen::MatrixXd values;
  for (auto _ : state) {
    evaluate(Activation::tanh, z, values);
    benchmark::DoNotOptimize(values.data());
  }
  state.SetItemsProcessed(state.iterations() * entries);
}
BENCHMARK(tanh_of_the_project);

void tanh_of_the_c_library(benchmark::State& state) {
  const Eigen::MatrixXd z = 3 * Eigen::MatrixXd::Random(entries, 1);
  Eigen::MatrixXd values(entries, 1);
  for (auto _ : state) {
    values = z.unaryExpr([](double entry) { return std::tanh(entry); });
    benchmark::DoNotOptimize(values.data());
  }
  state.SetItemsProcessed(state.iterations() * entries);
}
BENCHMARK(tanh_of_the_c_library);

}  // namespace
}  // namespace asymptest::learning
