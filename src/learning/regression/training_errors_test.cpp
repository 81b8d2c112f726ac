#include "learning/regression/training_errors.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::learning::training_errors_test {
namespace {

/// Some thousands of rotations, conditions of order ten.
constexpr double rounding = 1e5 * std::numeric_limits<double>::epsilon();

Stream stream() { return Stream({.suite_seed = 1, .claim = "training-errors"}); }

void expect_errors_of_each_prefix(const Eigen::MatrixXd& design, const Eigen::MatrixXd& labels) {
  const Eigen::VectorXd errors = training_errors(design, labels);
  for (Eigen::Index n = 1; n <= design.rows(); ++n) {
    const Eigen::MatrixXd fit =
        design.topRows(n) * min_norm_solution(design.topRows(n), labels.topRows(n));
    EXPECT_NEAR(errors(n - 1), (labels.topRows(n) - fit).array().square().mean(), rounding) << n;
  }
}

TEST(TrainingErrors, AreThoseOfALeastSquaresFitToEachPrefix) {
  Stream random = stream();
  const Eigen::MatrixXd labels = gaussian_design(30, 3, 1, random);
  Eigen::MatrixXd design = gaussian_design(30, 7, 1, random);
  expect_errors_of_each_prefix(design, labels);
  design.col(2).setZero();
  design.col(6).setZero();
  expect_errors_of_each_prefix(design, labels);
}

TEST(TrainingErrors, OfAConstantAreVariances) {
  const Eigen::VectorXd labels = Eigen::Vector4d(1, 3, 2, -2);
  const Eigen::VectorXd errors = training_errors(Eigen::VectorXd::Ones(4), labels);
  EXPECT_LT((errors - Eigen::Vector4d(0, 1, 2.0 / 3, 3.5)).norm(), rounding);
}

TEST(EffectiveModelComplexity, IsWhereTheErrorsLeaveTheTolerance) {
  const Eigen::VectorXd errors = Eigen::Vector4d(0, 0.2, 0.1, 0.5);
  EXPECT_DOUBLE_EQ(effective_model_complexity(errors, 0.3), 3.5);
  EXPECT_DOUBLE_EQ(effective_model_complexity(errors, 0.15), 3.125);
  EXPECT_DOUBLE_EQ(effective_model_complexity(errors, 0.6), 4);
  EXPECT_DOUBLE_EQ(effective_model_complexity(errors, -1), 0);
}

TEST(TrainingErrors, RefuseLabelsOfAnotherNumber) {
  EXPECT_THROW(training_errors(Eigen::MatrixXd::Ones(3, 2), Eigen::VectorXd::Ones(2)),
               std::invalid_argument);
  EXPECT_THROW(training_errors(Eigen::MatrixXd::Ones(3, 2), Eigen::MatrixXd(3, 0)),
               std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::training_errors_test
