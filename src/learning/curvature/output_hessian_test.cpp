#include "learning/curvature/output_hessian.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include "learning/networks/gradient.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"

// Whether the address sanitizer is on, which each compiler says in its own way.
#ifdef __SANITIZE_ADDRESS__
#define ASYMPTEST_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#define ASYMPTEST_ADDRESS_SANITIZER __has_feature(address_sanitizer)
#else
#define ASYMPTEST_ADDRESS_SANITIZER 0
#endif
#if ASYMPTEST_ADDRESS_SANITIZER
// Of the sanitizer's own interface, whose header GCC 12 does not install.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*allocated)(const volatile void*,
                                                                           std::size_t),
                                                         void (*freed)(const volatile void*));
extern "C" std::size_t __sanitizer_get_allocated_size(const volatile void* block);
#endif

namespace asymptest::learning::output_hessian_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Central differences of gradients: step² times a fourth derivative of order one, plus ε/step.
constexpr double difference_step = 1e-5, difference_error = 1e-8;

/// Two ways to compute the same product of order one to ten.
constexpr double rounding = 1024 * std::numeric_limits<double>::epsilon();

Stream stream() { return Stream({.suite_seed = 6, .claim = "hessian", .point = "", .trial = 0}); }

VectorXd some_input() { return VectorXd{{0.7, -1.2, 0.9}}; }

std::vector<Network> some_networks() {
  std::vector<Network> networks;
  for (const std::vector<Eigen::Index>& widths :
       {std::vector<Eigen::Index>{3}, {3, 5}, {3, 5, 4}, {3, 4, 2, 5}}) {
    Architecture architecture{.widths = widths};
    networks.push_back(initialise(architecture, stream()));
    architecture.activation = Activation::softplus;
    architecture.output = Activation::tanh;
    architecture.parametrisation = Parametrisation::standard;
    networks.push_back(initialise(architecture, stream()));
  }
  return networks;
}

/// The Hessian by central differences of the gradient: no code in common with the product.
MatrixXd dense_hessian(const Network& network, const VectorXd& x) {
  const VectorXd flat = flatten(network.weights);
  MatrixXd hessian(flat.size(), flat.size());
  for (Eigen::Index k = 0; k < flat.size(); ++k) {
    Network above = network, below = network;
    const VectorXd step = difference_step * VectorXd::Unit(flat.size(), k);
    unflatten(flat + step, above.weights);
    unflatten(flat - step, below.weights);
    hessian.col(k) = (jacobian(above, x) - jacobian(below, x)).transpose() / (2 * difference_step);
  }
  return (hessian + hessian.transpose()) / 2;
}

TEST(OutputHessian, ProductMeetsFiniteDifferencesOfTheGradient) {
  for (const Network& network : some_networks()) {
    const MatrixXd expected = dense_hessian(network, some_input());
    const OutputHessian hessian(network, some_input());
    auto direction = network.weights;
    for (Eigen::Index k = 0; k < expected.cols(); ++k) {
      unflatten(VectorXd::Unit(expected.cols(), k), direction);
      EXPECT_LT((flatten(hessian.multiply(direction)) - expected.col(k)).norm(), difference_error)
          << network.weights.size() << " layers, weight " << k;
    }
  }
}

TEST(OutputHessian, CompressedSpectrumIsTheWholeSpectrumButForZeros) {
  for (const Network& network : some_networks()) {
    const OutputHessian hessian(network, some_input());
    const Eigen::Index size = hessian.compressed_size();
    MatrixXd compressed(size, size);
    for (Eigen::Index k = 0; k < size; ++k) {
      const VectorXd unit = VectorXd::Unit(size, k);
      hessian.multiply_compressed(unit.data(), compressed.col(k).data());
    }
    EXPECT_LT((compressed - compressed.transpose()).norm(), rounding * (1 + compressed.norm()));
    const MatrixXd dense = dense_hessian(network, some_input());
    const VectorXd found = symmetric_eigenvalues(compressed);
    const VectorXd expected = symmetric_eigenvalues(dense);
    // Power sums compare two spectra that differ by zeros only.
    EXPECT_NEAR(found.array().square().sum(), expected.array().square().sum(), difference_error);
    EXPECT_NEAR(found.array().cube().sum(), expected.array().cube().sum(), difference_error);
    EXPECT_NEAR(std::min(found[0], 0.0), std::min(expected[0], 0.0), difference_error);
    EXPECT_NEAR(std::max(found[size - 1], 0.0), expected.maxCoeff(), difference_error);
  }
}

TEST(OutputHessian, LeadingPairsExpandToEigenvectorsOfTheWholeHessian) {
  for (const Network& network : some_networks()) {
    const OutputHessian hessian(network, some_input());
    const LeadingPairs pairs = hessian.leading(2, stream());
    for (Eigen::Index k = 0; k < pairs.values.size(); ++k) {
      const auto direction = hessian.expand(pairs.vectors.col(k));
      const VectorXd flat = flatten(direction);
      if (std::abs(pairs.values[k]) < difference_error) continue;  // the coordinates of zero
      EXPECT_NEAR(flat.norm(), 1, rounding);
      EXPECT_LT((flatten(hessian.multiply(direction)) - pairs.values[k] * flat).norm(),
                rounding * (1 + std::abs(pairs.values[0])));
    }
  }
  const Network network = initialise(uniform_architecture(3, 5, 1), stream());
  EXPECT_THAT([&] { (void)OutputHessian(network, some_input()).expand(VectorXd::Ones(2)); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("OutputHessian::expand: 2 coordinates, expected ")));
}

TEST(OutputHessian, FindsItsLeadingPairFromThatOfWeightsNearby) {
  Network network = initialise(uniform_architecture(3, 60, 2), stream());
  const VectorXd before = OutputHessian(network, some_input()).leading(1, stream()).vectors.col(0);
  for (MatrixXd& layer : network.weights) layer *= 1.01;
  const OutputHessian hessian(network, some_input());
  const LeadingPairs cold = hessian.leading(1, stream()), near = hessian.leading_near(before);
  EXPECT_NEAR(near.values[0], cold.values[0], 10 * residual_tolerance * std::abs(cold.values[0]));
  EXPECT_THAT([&] { (void)hessian.leading_near(VectorXd::Ones(2)); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("OutputHessian::leading_near: 2 coordinates, expected ")));
}

TEST(OutputHessian, NormMeetsTheDenseHessian) {
  for (const Network& network : some_networks()) {
    const double expected =
        symmetric_eigenvalues(dense_hessian(network, some_input())).cwiseAbs().maxCoeff();
    EXPECT_NEAR(output_hessian_norm(network, some_input(), stream()), expected, difference_error);
  }
}

TEST(OutputHessian, NormByLanczosDoesNotDependOnItsStart) {
  // Wide enough for Lanczos; two starts agree to the tolerance on the residual.
  const Network network = initialise(uniform_architecture(3, 60, 2), stream());
  const OutputHessian hessian(network, some_input());
  ASSERT_GT(hessian.compressed_size(), dense_dimension);
  const double norm = hessian.norm(stream().substream("one"));
  EXPECT_NEAR(norm, hessian.norm(stream().substream("other")), residual_tolerance * norm);
  MatrixXd compressed(hessian.compressed_size(), hessian.compressed_size());
  for (Eigen::Index k = 0; k < compressed.cols(); ++k) {
    const VectorXd unit = VectorXd::Unit(compressed.cols(), k);
    hessian.multiply_compressed(unit.data(), compressed.col(k).data());
  }
  EXPECT_NEAR(norm, symmetric_eigenvalues(compressed).cwiseAbs().maxCoeff(),
              residual_tolerance * norm);
}

TEST(OutputHessian, AnInputOfZeroLeavesNoHessianInTheFirstLayer) {
  const Network network = initialise(uniform_architecture(3, 5, 1), stream());
  EXPECT_EQ(output_hessian_norm(network, VectorXd::Zero(3), stream()), 0);
}

TEST(OutputHessian, RefusesADirectionOfAnotherShape) {
  const Network network = initialise(uniform_architecture(3, 5, 1), stream());
  EXPECT_THAT([&] { OutputHessian(network, VectorXd::Ones(2)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("inputs are 2 x 1, expected 3 rows")));
  EXPECT_THAT([&] { (void)OutputHessian(network, some_input()).multiply({}); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("direction of OutputHessian::multiply has 0 layers, expected 2")));
}

#if ASYMPTEST_ADDRESS_SANITIZER

// The sanitizer holds freed memory back to find its late users, so that the process's size says
// nothing: counted are the blocks in use.
std::int64_t bytes_in_use = 0, most_bytes_in_use = 0;

void count_block(const volatile void*, std::size_t size) {
  bytes_in_use += static_cast<std::int64_t>(size);
  most_bytes_in_use = std::max(most_bytes_in_use, bytes_in_use);
}

void discount_block(const volatile void* block) {
  bytes_in_use -= static_cast<std::int64_t>(__sanitizer_get_allocated_size(block));
}

/// The most memory in use at once since the first call, in bytes.
double peak_memory() {
  static const int counts = __sanitizer_install_malloc_and_free_hooks(count_block, discount_block);
  EXPECT_NE(counts, 0) << "nothing is counted";
  return static_cast<double>(most_bytes_in_use);
}

#else

/// The most memory that this process has held so far, in bytes.
double peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

#endif

TEST(OutputHessian, NormKeepsNoSecondCopyOfTheWeights) {
  // At width 2048 the Lanczos basis, some 20 vectors of 4 widths, is 4 % of the weights.
  constexpr double allowed_beside_weights = 0.2;
  const Network network = initialise(uniform_architecture(4, 2048, 2), stream());
  const double before = peak_memory();
  EXPECT_GT(output_hessian_norm(network, VectorXd::Ones(4), stream()), 0);
  const double weights = sizeof(double) * static_cast<double>(network.parameters());
  EXPECT_LE(peak_memory() - before, allowed_beside_weights * weights);
}

}  // namespace
}  // namespace asymptest::learning::output_hessian_test
