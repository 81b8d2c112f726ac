#include "conflict.hpp"

#include <gtest/gtest.h>

#include <Eigen/QR>
#include <stdexcept>

namespace asymptest::learning::optimisation::conflict_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Roundings of residuals of order one.
constexpr double rounding = 1e-13;

Stream stream(std::uint64_t trial) { return Stream({1, "conflict-test", "", trial}); }

TEST(Conflict, HasTheLeastSquaresOfItsLabelsAsItsLeastLoss) {
  for (const Index distinct : {1, 2, 4}) {
    const Conflict conflict = conflicting_task(16, distinct, 0.7, stream(0));
    // The best outputs, were they free: one for the first two samples, one for each other.
    MatrixXd design = MatrixXd::Zero(distinct + 1, distinct);
    design(0, 0) = 1;
    design.bottomRows(distinct).setIdentity();
    const VectorXd& labels = conflict.task.labels;
    const VectorXd best = design.colPivHouseholderQr().solve(labels);
    const double least = (design * best - labels).squaredNorm() / 2;
    EXPECT_NEAR(conflict.least_loss(), least, rounding) << distinct;
    const VectorXd solution = solution_of(conflict);
    EXPECT_NEAR(conflict.task.fit.loss(solution), least, rounding) << distinct;
    EXPECT_LT(conflict.task.fit.gradient(solution).norm(), rounding) << distinct;
  }
}

TEST(Conflict, AsksForTwoLabelsAtOneOfItsOrthogonalInputs) {
  constexpr double gap = -0.7;
  const Conflict conflict = conflicting_task(3, 4, gap, stream(1));
  const MatrixXd products = conflict.task.inputs.transpose() * conflict.task.inputs;
  MatrixXd expected = 4 * MatrixXd::Identity(5, 5);
  expected(0, 1) = expected(1, 0) = 4;
  EXPECT_EQ(products, expected);
  EXPECT_NEAR(conflict.task.labels[1] - conflict.task.labels[0], gap, rounding);
  const VectorXd residual = conflict.task.fit.residual(conflict.task.start);
  EXPECT_NEAR(residual[0] - residual[1], gap, rounding);
}

TEST(ConflictingTask, RefusesMoreInputsThanAxes) {
  EXPECT_THROW(conflicting_task(8, 0, 1, stream(0)), std::invalid_argument);
  EXPECT_THROW(conflicting_task(8, 5, 1, stream(0)), std::invalid_argument);
}

TEST(SolutionOf, GivesUpWhereTheOtherInputsAreInConflictToo) {
  Conflict conflict = conflicting_task(8, 2, 1, stream(0));
  const VectorXd one = conflict.task.inputs.col(0);
  conflict.task = conflict.task.with_inputs(one.replicate(1, 3));
  EXPECT_THROW(solution_of(conflict), std::runtime_error);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::conflict_test
