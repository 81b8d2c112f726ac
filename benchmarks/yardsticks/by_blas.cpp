#include <benchmark/benchmark.h>

#include <Eigen/Core>
#include <string>
#include <vector>

#include "blas_library.hpp"
#include "kernel_problem.hpp"
#include "learning/networks/network.hpp"
#include "spd_problem.hpp"

namespace asymptest {
namespace {

using benchmarks::BlasLibrary;
using Eigen::Index;
using Eigen::MatrixXd;

benchmark::Counter rate(double operations) {
  return {operations, benchmark::Counter::kIsIterationInvariantRate};
}

void matrix_product_by(benchmark::State& state, const BlasLibrary& library) {
  const auto size = static_cast<int>(state.range(0));
  const MatrixXd a = MatrixXd::Ones(size, size), b = a;
  MatrixXd c(size, size);
  for (auto _ : state) {
    library.product('N', 'N', size, size, size, a.data(), b.data(), c.data());
    benchmark::DoNotOptimize(c.data());
  }
  state.counters["FLOP/s"] = rate(2.0 * static_cast<double>(size) * size * size);
}

/// All eigenvalues without vectors, which is the least that LAPACK offers for both ends.
void eigenvalues_by_lapack(benchmark::State& state) {
  const auto size = static_cast<int>(state.range(0));
  const MatrixXd matrix = benchmarks::spd_matrix(size);
  Eigen::VectorXd values(size);
  for (auto _ : state) {
    MatrixXd lost = matrix;
    benchmarks::openblas().eigenvalues(size, lost.data(), values.data());
    benchmark::DoNotOptimize(values.data());
  }
}

void qr_by_lapack(benchmark::State& state) {
  const auto rows = static_cast<int>(state.range(0)), cols = static_cast<int>(state.range(1));
  const MatrixXd matrix = MatrixXd::Random(rows, cols);
  for (auto _ : state) {
    MatrixXd lost = matrix;
    benchmarks::openblas().qr(rows, cols, lost.data());
    benchmark::DoNotOptimize(lost.data());
  }
}

void cholesky_by_lapack(benchmark::State& state) {
  const auto size = static_cast<int>(state.range(0));
  const MatrixXd matrix = benchmarks::spd_matrix(size);
  for (auto _ : state) {
    MatrixXd lost = matrix;
    benchmarks::openblas().cholesky(size, lost.data());
    benchmark::DoNotOptimize(lost.data());
  }
}

/// What a kernel's solve spends its time on.
void kernel_cholesky_by_lapack(benchmark::State& state) {
  const auto size = static_cast<int>(state.range(0));
  const MatrixXd kernel = benchmarks::kernel_matrix(size);
  for (auto _ : state) {
    MatrixXd lost = kernel;
    benchmarks::openblas().cholesky(size, lost.data());
    benchmark::DoNotOptimize(lost.data());
  }
}

/// C = A·B or Aᵀ·B by OpenBLAS.
MatrixXd product(const MatrixXd& a, const MatrixXd& b, bool transposed) {
  const Index rows = transposed ? a.cols() : a.rows(), inner = b.rows();
  MatrixXd c(rows, b.cols());
  benchmarks::openblas().product(transposed ? 'T' : 'N', 'N', static_cast<int>(rows),
                                 static_cast<int>(b.cols()), static_cast<int>(inner), a.data(),
                                 b.data(), c.data());
  return c;
}

MatrixXd gram(const MatrixXd& a) {
  MatrixXd c = MatrixXd::Zero(a.cols(), a.cols());
  benchmarks::openblas().gram(static_cast<int>(a.cols()), static_cast<int>(a.rows()), a.data(),
                              c.data());
  return c;
}

/// The tangent kernel (lower triangle) as a user writes it down layer by layer with numpy: a new
/// array for each intermediate result. The tanh is this library's, which is faster than numpy's.
MatrixXd kernel_by_layers(const learning::Network& network, const MatrixXd& inputs) {
  std::vector<MatrixXd> values{inputs};
  const std::size_t layers = network.weights.size();
  const auto scale = [&](std::size_t layer) { return network.architecture.scale(layer); };
  for (std::size_t l = 0; l + 1 < layers; ++l) {
    const MatrixXd z = scale(l) * product(network.weights[l], values.back(), false);
    MatrixXd h;
    learning::evaluate(learning::Activation::tanh, z, h);
    values.push_back(std::move(h));
  }
  MatrixXd delta = MatrixXd::Ones(1, inputs.cols());
  MatrixXd kernel = MatrixXd::Zero(inputs.cols(), inputs.cols());
  for (std::size_t l = layers; l-- > 0;) {
    kernel += scale(l) * scale(l) * gram(values[l]).cwiseProduct(gram(delta));
    if (l == 0) break;
    const MatrixXd slopes = 1 - values[l].array().square();
    delta = (scale(l) * product(network.weights[l], delta, true)).cwiseProduct(slopes);
  }
  return kernel;
}

void tangent_kernel_by_openblas(benchmark::State& state) {
  const Stream random({.suite_seed = 1, .claim = "benchmark", .point = "", .trial = 0});
  const learning::Network network = learning::initialise(
      learning::uniform_architecture(16, state.range(1), static_cast<int>(state.range(0))), random);
  const MatrixXd inputs = MatrixXd::Random(16, state.range(2));
  for (auto _ : state) benchmark::DoNotOptimize(kernel_by_layers(network, inputs).data());
}

void add_products(const std::string& name, const BlasLibrary& library) {
  if (!library.is_loaded()) return;
  benchmark::RegisterBenchmark(name.c_str(), [&library](benchmark::State& state) {
    matrix_product_by(state, library);
  })->Arg(1024);
}

const auto registered = [] {
  add_products("matrix_product_by_openblas", benchmarks::openblas());
  add_products("matrix_product_by_blis", benchmarks::blis());
  if (!benchmarks::openblas().is_loaded()) return false;
  constexpr auto unit = benchmark::kMillisecond;
  benchmark::RegisterBenchmark("eigenvalues_by_lapack", eigenvalues_by_lapack)
      ->Arg(1000)
      ->Arg(2000)
      ->Unit(unit);
  benchmark::RegisterBenchmark("qr_by_lapack", qr_by_lapack)->Args({1000, 2000})->Unit(unit);
  benchmark::RegisterBenchmark("cholesky_by_lapack", cholesky_by_lapack)->Arg(1000)->Unit(unit);
  benchmark::RegisterBenchmark("kernel_cholesky_by_lapack", kernel_cholesky_by_lapack)
      ->Arg(8000)
      ->Unit(unit);
  benchmark::RegisterBenchmark("tangent_kernel_by_openblas", tangent_kernel_by_openblas)
      ->ArgNames({"L", "m", "n"})
      ->ArgsProduct({{3}, {512, 1024, 2048}, {256}})
      ->Unit(unit);
  return true;
}();

}  // namespace
}  // namespace asymptest
