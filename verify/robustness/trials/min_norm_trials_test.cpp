#include "min_norm_trials.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "verify/shared/trial_mean.hpp"

namespace asymptest::robustness::min_norm_trials_test {
namespace {

constexpr std::uint64_t trials = 4096;

/// The chance that a sound trial fails a test of a mean is below 1e-6.
constexpr double standard_errors = 5;

Stream stream(std::uint64_t trial) { return Stream({1, "min-norm-trials-test", "", trial}); }

double mean_of(const Trial& trial, const Point& at, double power = 1) {
  const auto raised = [&](const Point& p, Stream& random) {
    return std::pow(trial(p, random), power);
  };
  return trial_mean("min-norm-trials-test", raised, at, trials);
}

double tolerance(double variance) { return standard_errors * std::sqrt(variance / trials); }

/// Variance of tr S⁻¹ for a Wishart matrix S of order n and p degrees of freedom (von Rosen 1988):
/// n variances of an entry of the diagonal and n(n − 1) covariances of two.
double variance_of_trace(double n, double p) {
  const double entry = 2 / (std::pow(p - n - 1, 2) * (p - n - 3));
  return n * entry + n * (n - 1) * entry / (p - n);
}

TEST(MinNormTrials, HaveTheMeanOfAnInverseWishartMatrix) {
  const double n = 4, d = 64, p = 32;
  const Point at{{"n", n}, {"d", d}, {"p", p}};
  EXPECT_NEAR(mean_of(squared_lipschitz, at), n * d / (p - n - 1),
              tolerance(d * d * variance_of_trace(n, p)));
  // Rows (I + 11ᵀ/√n)X/√2: the map has the singular values 1/√2 and, once, (1 + √n)/√2, so that at
  // most 2 stands before each entry of S⁻¹.
  const double trace = 2 * (n - 1 + 1 / std::pow(1 + std::sqrt(n), 2));
  EXPECT_NEAR(mean_of(with_correlated_rows, at), trace * d / (p - n - 1),
              tolerance(4 * d * d * variance_of_trace(n, p)));
  // 64 coordinates whatever d and p.
  EXPECT_NEAR(mean_of(on_a_subspace, {{"n", n}, {"d", 512}, {"p", 128}}), n * 64 / (64 - n - 1),
              tolerance(64 * 64 * variance_of_trace(n, 64)));
}

TEST(MinNormTrials, HaveTheSquaredLengthOfASingleSampleAsTheirInverse) {
  const double d = 16;
  const Point at{{"n", 1}, {"d", d}, {"p", d}};
  // (g ± 10)² + … with g of variance 1/d.
  EXPECT_NEAR(mean_of(on_two_clusters, at, -1), 101, tolerance(400 / d + 2 / d));
  // Scaled by 1/4 or 7/4, whose mean square is 25/16; a squared length has the square 1 + 2/d.
  EXPECT_NEAR(mean_of(with_uneven_rows, at, -1), 1, tolerance(25.0 / 16 * (1 + 2 / d) - 1));
}

TEST(UnevenRows, HaveTwoLengths) {
  const double d = 16384;
  double least = 2, largest = 0;
  for (std::uint64_t t = 0; t < 16; ++t) {
    Stream random = stream(t);
    const double squared_length = 1 / with_uneven_rows({{"n", 1}, {"d", d}, {"p", d}}, random);
    least = std::min(least, squared_length);
    largest = std::max(largest, squared_length);
  }
  // Before scaling, the squared length has the standard deviation √(2/d).
  const double spread = standard_errors * std::sqrt(2 / d);
  EXPECT_NEAR(least, 0.25, 0.25 * spread);
  EXPECT_NEAR(largest, 1.75, 1.75 * spread);
}

TEST(LinearLabels, CostTheTargetHoweverManySamplesThereAre) {
  // p·64 independent normal entries make the mean of the targets' squared norms.
  const double d = 32, p = 4, targets = 64;
  for (const double n : {p, 4 * p}) {
    EXPECT_NEAR(mean_of(with_linear_labels, {{"n", n}, {"d", d}, {"p", p}}), d,
                tolerance(d * d * 2 / (p * targets)));
  }
}

TEST(Atoms, TwoOnTheSphereOfSpaceMakeAUniformInverse) {
  // ⟨x₁, x₂⟩ is uniform on (−1, 1) in R³ (Archimedes), and 1/Lip² = |x₁ − x₂|²/4 = (1 − ⟨x₁,
  // x₂⟩)/2.
  const Point at{{"n", 2}, {"d", 3}, {"p", 2}};
  EXPECT_NEAR(mean_of(on_atoms, at, -1), 1.0 / 2, tolerance(1.0 / 12));
  EXPECT_NEAR(mean_of(on_atoms, at, -2), 1.0 / 3, tolerance(4.0 / 45));
}

}  // namespace
}  // namespace asymptest::robustness::min_norm_trials_test
