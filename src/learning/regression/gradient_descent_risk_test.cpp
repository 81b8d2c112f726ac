#include "learning/regression/gradient_descent_risk.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::learning::gradient_descent_risk_test {
namespace {

/// Sixty steps, each a few roundings.
constexpr double rounding = 1000 * std::numeric_limits<double>::epsilon();

/// The iteration itself on each of the n unit vectors of noise, and without noise.
RiskParts iterated(const LinearTraining& training, int epochs) {
  const Eigen::Index n = training.design.rows(), p = training.design.cols();
  Eigen::MatrixXd labels(n, n + 1);
  labels << training.design * training.target, Eigen::MatrixXd::Identity(n, n);
  Eigen::MatrixXd w = Eigen::MatrixXd::Zero(p, n + 1);
  for (int t = 0; t < epochs; ++t) {
    w -= training.design.transpose() * (training.design * w - labels) / static_cast<double>(n);
  }
  const Eigen::VectorXd error = w.col(0) - training.target;
  return {training.weights.dot(error.cwiseAbs2()),
          (training.weights.transpose() * w.rightCols(n).cwiseAbs2()).sum()};
}

TEST(EarlyStoppedParts, AreThoseOfTheIteration) {
  Stream random({.suite_seed = 1, .claim = "gradient-descent-risk"});
  for (const Eigen::Index p : {4, 9}) {  // more rows than columns, and fewer
    const LinearTraining training{gaussian_design(6, p, 0.1, random),
                                  gaussian_design(p, 1, 1, random).col(0),
                                  gaussian_design(p, 1, 1, random).col(0).cwiseAbs2()};
    for (const int epochs : {0, 1, 7, 60}) {
      const RiskParts found = early_stopped_parts(training, epochs);
      const RiskParts expected = iterated(training, epochs);
      EXPECT_NEAR(found.bias, expected.bias, rounding * (1 + expected.bias));
      EXPECT_NEAR(found.noise, expected.noise, rounding * (1 + expected.noise));
    }
  }
}

TEST(EarlyStoppedParts, RefuseATargetOfAnotherSize) {
  const Eigen::VectorXd two = Eigen::VectorXd::Ones(2), three = Eigen::VectorXd::Ones(3);
  EXPECT_THROW(early_stopped_parts({Eigen::MatrixXd::Ones(3, 2), three, two}, 1),
               std::invalid_argument);
  EXPECT_THROW(early_stopped_parts({Eigen::MatrixXd::Ones(3, 2), two, two}, -1),
               std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::gradient_descent_risk_test
