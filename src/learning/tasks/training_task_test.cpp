#include "training_task.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "learning/networks/gradient.hpp"

namespace asymptest::learning::optimisation::training_task_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Index dimension = 3;

/// A few roundings of numbers of order one.
constexpr double rounding = 1e-14;

Stream stream(std::uint64_t trial) { return Stream({1, "training-task-test", "", trial}); }

TrainingTask drawn(Index samples) {
  return training_task(uniform_architecture(dimension, 5, 1), samples, stream(0));
}

/// |r(w) − (F(w) − y)| at the start, from the task's own parts.
double inconsistency(const TrainingTask& task) {
  const VectorXd values = outputs(network_with(task.architecture, task.start), task.inputs);
  return (task.fit.residual(task.start) - (values - task.labels)).norm();
}

TEST(TrainingTask, FitsItsOwnInputsAndLabels) {
  const TrainingTask task = drawn(4);
  EXPECT_LT(inconsistency(task), rounding);
  EXPECT_EQ(task.start.size(), dimension * 5 + 5);
  const VectorXd lengths = task.inputs.colwise().squaredNorm();
  for (const double squared : lengths) EXPECT_NEAR(squared, dimension, rounding);
}

TEST(TrainingTask, FitsWhatReplacesLabelsAndInputs) {
  const TrainingTask task = drawn(4);
  const VectorXd labels = VectorXd::LinSpaced(4, -1, 2);
  EXPECT_LT(inconsistency(task.with_labels(labels)), rounding);
  EXPECT_EQ(task.with_labels(labels).labels, labels);
  EXPECT_EQ(task.with_labels(labels).inputs, task.inputs);
  const MatrixXd inputs = 2 * task.inputs;
  EXPECT_LT(inconsistency(task.with_inputs(inputs)), rounding);
  EXPECT_EQ(task.with_inputs(inputs).inputs, inputs);
  EXPECT_EQ(task.with_inputs(inputs).labels, task.labels);
}

TEST(TrainingTask, DrawsTheSameNetworkForEveryNumberOfSamples) {
  EXPECT_EQ(drawn(2).start, drawn(6).start);
  EXPECT_EQ(drawn(2).labels, drawn(6).labels.head(2));
}

TEST(TrainingTask, DrawsWeightsInputsAndLabelsIndependently) {
  constexpr int trials = 256;
  MatrixXd weights_by_inputs, weights_by_labels, inputs_by_labels;
  for (std::uint64_t trial = 0; trial < trials; ++trial) {
    const TrainingTask task =
        training_task(uniform_architecture(dimension, 5, 1), 1, stream(100 + trial));
    const MatrixXd of_inputs = task.start * task.inputs.transpose() / trials;
    const MatrixXd of_labels = task.start * task.labels.transpose() / trials;
    const MatrixXd of_both = task.inputs * task.labels.transpose() / trials;
    weights_by_inputs = trial == 0 ? of_inputs : MatrixXd(weights_by_inputs + of_inputs);
    weights_by_labels = trial == 0 ? of_labels : MatrixXd(weights_by_labels + of_labels);
    inputs_by_labels = trial == 0 ? of_both : MatrixXd(inputs_by_labels + of_both);
  }
  // All have variance 1, so that a covariance of 0 is met to five standard errors.
  const double tolerance = 5 / std::sqrt(static_cast<double>(trials));
  EXPECT_LT(weights_by_inputs.cwiseAbs().maxCoeff(), tolerance);
  EXPECT_LT(weights_by_labels.cwiseAbs().maxCoeff(), tolerance);
  EXPECT_LT(inputs_by_labels.cwiseAbs().maxCoeff(), tolerance);
}

TEST(NormalVector, HasTheMomentsOfANormalLaw) {
  constexpr Index size = 4096;
  const VectorXd values = normal_vector(size, stream(1));
  // The powers 1, 2 and 4 have the means 0, 1, 3 and the variances 1, 2, 96: five standard errors.
  const double root = std::sqrt(static_cast<double>(size));
  EXPECT_NEAR(values.mean(), 0, 5 / root);
  EXPECT_NEAR(values.array().square().mean(), 1, 5 * std::sqrt(2) / root);
  EXPECT_NEAR(values.array().pow(4).mean(), 3, 5 * std::sqrt(96) / root);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::training_task_test
