#include "learning/interpolation/ridgeless_risk.hpp"

#include <gtest/gtest.h>

#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::learning::ridgeless_risk_test {
namespace {

/// The Gram matrices here have condition numbers below 1000.
constexpr double conditioning = 10000 * std::numeric_limits<double>::epsilon();

Stream stream() { return Stream({.suite_seed = 1, .claim = "ridgeless-risk"}); }

/// (XᵀX + λ)⁻¹Xᵀ through the augmented least-squares problem [X; √λ]ŵ = [y; 0].
Eigen::MatrixXd ridge_map(const Eigen::MatrixXd& design, double penalty) {
  const Eigen::Index n = design.rows(), p = design.cols();
  Eigen::MatrixXd augmented(n + p, p);
  augmented << design, std::sqrt(penalty) * Eigen::MatrixXd::Identity(p, p);
  return augmented.completeOrthogonalDecomposition().pseudoInverse().leftCols(n);
}

void expect_parts_of(const Eigen::MatrixXd& map, const Eigen::MatrixXd& design,
                     const Eigen::VectorXd& target, const RiskParts& found) {
  const double bias = (target - map * design * target).squaredNorm(), noise = map.squaredNorm();
  EXPECT_NEAR(found.bias, bias, conditioning * target.squaredNorm());
  EXPECT_NEAR(found.noise, noise, conditioning * noise);
  EXPECT_DOUBLE_EQ(found.risk(3), found.bias + 3 * found.noise);
}

TEST(RidgelessParts, AreThoseOfThePseudoinverse) {
  Stream random = stream();
  for (const Eigen::Index p : {5, 30}) {
    const Eigen::MatrixXd design = gaussian_design(12, p, 1, random);
    const Eigen::VectorXd target = gaussian_design(p, 1, 1, random);
    const Eigen::MatrixXd map = design.completeOrthogonalDecomposition().pseudoInverse();
    expect_parts_of(map, design, target, ridgeless_parts(design, target));
    const double norm = (map * design * target).squaredNorm() + 2 * map.squaredNorm();
    EXPECT_NEAR(ridgeless_norm_squared(design, target, 2), norm, conditioning * norm);
  }
}

TEST(RidgeParts, AreThoseOfTheAugmentedProblem) {
  Stream random = stream();
  for (const Eigen::Index p : {5, 12, 30}) {
    const Eigen::MatrixXd design = gaussian_design(12, p, 1, random);
    const Eigen::VectorXd target = gaussian_design(p, 1, 1, random);
    const Eigen::MatrixXd map = ridge_map(design, 0.7);
    expect_parts_of(map, design, target, ridge_parts(design, target, 0.7));
    const double norm = (map * design * target).squaredNorm() + 2 * map.squaredNorm();
    EXPECT_NEAR(ridge_norm_squared(design, target, 0.7, 2), norm, conditioning * norm);
  }
}

TEST(MeanRidgelessNoise, IsOneOverTheSurplusOfASingleRowOrColumn) {
  // 1/χ²_m has the mean 1/(m − 2): one row of m columns, or one column of m rows.
  EXPECT_DOUBLE_EQ(mean_ridgeless_noise(1, 10), 1.0 / 8);
  EXPECT_DOUBLE_EQ(mean_ridgeless_noise(10, 1), 1.0 / 8);
  EXPECT_THROW(mean_ridgeless_noise(10, 11), std::domain_error);
  EXPECT_THROW(mean_ridgeless_noise(10, 10), std::domain_error);
}

TEST(MeanRidgelessBias, IsTheShareOfDirectionsUnseen) {
  EXPECT_DOUBLE_EQ(mean_ridgeless_bias(10, 40), 0.75);
  EXPECT_DOUBLE_EQ(mean_ridgeless_bias(10, 7), 0);
}

TEST(TunedRidgeRiskOf, IsTheMeanOverTheAxes) {
  Stream random = stream();
  const double snr = 4;
  for (const Eigen::Index p : {5, 12, 30}) {
    const Eigen::MatrixXd design = gaussian_design(12, p, 1, random);
    double mean = 0;
    for (Eigen::Index j = 0; j < p; ++j) {
      const Eigen::VectorXd target = Eigen::VectorXd::Unit(p, j);
      const double penalty = static_cast<double>(p) / snr;
      mean += ridge_parts(design, target, penalty).risk(1 / snr) / static_cast<double>(p);
    }
    EXPECT_NEAR(tuned_ridge_risk_of(design, snr), mean, conditioning * mean);
  }
}

TEST(TunedRidgeRisk, IsTheRiskOfLargeDesigns) {
  Stream random = stream();
  const double n = 300, snr = 4;
  for (const double p : {100.0, 300.0, 500.0}) {
    const auto columns = static_cast<Eigen::Index>(p);
    const Eigen::MatrixXd design = gaussian_design(300, columns, 1, random);
    const Eigen::VectorXd target = gaussian_design(columns, 1, 1, random).col(0).normalized();
    const auto at = [&](double penalty) {
      return ridge_parts(design, target, penalty).risk(1 / snr);
    };
    // The bias of one target spreads by √(2/p) about its mean, the noise far less.
    EXPECT_NEAR(at(p / snr), tuned_ridge_risk(p / n, snr), 3 * std::sqrt(2 / p));
    EXPECT_LT(at(p / snr), std::min(at(4 * p / snr), at(p / snr / 4)));
  }
  EXPECT_THROW(tuned_ridge_risk(0, 1), std::invalid_argument);
}

TEST(TunedRidgeRisk, SolvesTheEquationOfMarchenkoAndPastur) {
  for (const double ratio : {0.1, 1.0, 7.0}) {
    for (const double snr : {0.5, 4.0}) {
      const double penalty = ratio / snr, m = tuned_ridge_risk(ratio, snr) * snr / ratio;
      EXPECT_NEAR(m * (1 - ratio + penalty + ratio * penalty * m), 1, conditioning);
    }
  }
}

TEST(RiskParts, RefuseWhatHasNone) {
  const Eigen::MatrixXd design = Eigen::MatrixXd::Ones(3, 5);
  EXPECT_THROW(ridgeless_noise(design), std::domain_error);
  EXPECT_THROW(ridgeless_parts(design, Eigen::VectorXd::Ones(4)), std::invalid_argument);
  EXPECT_THROW(ridge_parts(design, Eigen::VectorXd::Ones(5), 0), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::ridgeless_risk_test
