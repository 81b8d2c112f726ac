#include "descent_trials.hpp"

#include <algorithm>
#include <cmath>

#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "learning/tasks/training_task.hpp"
#include "learning/training/gradient_descent.hpp"

namespace asymptest::capacity {
namespace {

using Eigen::Index;
using Eigen::VectorXd;
using learning::optimisation::TrainingTask;

constexpr Index inputs = 8, wide = 256;
constexpr double goal = 1e-6;

TrainingTask task_of(Index units, const Point& at, const Stream& random) {
  return learning::optimisation::training_task(learning::uniform_architecture(inputs, units, 1),
                                               at.count("n"), random);
}

VectorXd eigenvalues_at_start(const TrainingTask& task) {
  return learning::symmetric_eigenvalues(task.fit.kernel(task.start));
}

/// Those that a kernel which keeps half of its least eigenvalue needs.
int steps_for(const TrainingTask& task) {
  const VectorXd eigenvalues = eigenvalues_at_start(task);
  const double share = eigenvalues[0] / eigenvalues[eigenvalues.size() - 1] / 2;
  return static_cast<int>(std::ceil(std::log(goal) / std::log1p(-share)));
}

VectorXd random_signs(Index count, Stream random) {
  VectorXd signs(count);
  for (double& sign : signs) sign = random.sign();
  return signs;
}

VectorXd true_labels(const TrainingTask& task) {
  return task.inputs.row(0).transpose().unaryExpr([](double x) { return x < 0 ? -1.0 : 1.0; });
}

double left_over(const TrainingTask& task, double step, int steps) {
  const auto run = learning::gradient_descent(task.fit, task.start, step, steps);
  return std::sqrt(run.losses.back() / run.losses.front());
}

double longest_step(const TrainingTask& task) {
  const VectorXd eigenvalues = eigenvalues_at_start(task);
  return 1 / eigenvalues[eigenvalues.size() - 1];
}

/// Of random labels and of true ones.
double larger_left_over(const TrainingTask& task, double step, int steps, const Stream& random) {
  const VectorXd signs = random_signs(task.labels.size(), random.substream("signs"));
  return std::max(left_over(task.with_labels(signs), step, steps),
                  left_over(task.with_labels(true_labels(task)), step, steps));
}

}  // namespace

double residual_after_descent(const Point& at, Stream& random) {
  const TrainingTask task = task_of(wide, at, random);
  return larger_left_over(task, longest_step(task), steps_for(task), random);
}

double residual_of_one_unit(const Point& at, Stream& random) {
  const int steps = steps_for(task_of(wide, at, random));
  // Its output weight may grow to several times 1, and λ_max(K) to n times the square of that.
  return larger_left_over(task_of(1, at, random), 0.05 / at["n"], steps, random);
}

double residual_of_twins(const Point& at, Stream& random) {
  const TrainingTask task = task_of(wide, at, random);
  Eigen::MatrixXd twins = task.inputs;
  twins.rightCols(1) = twins.leftCols(1);
  VectorXd labels = random_signs(twins.cols(), random.substream("signs"));
  labels.tail(1) = -labels.head(1);
  const TrainingTask twin_task = task.with_inputs(twins).with_labels(labels);
  return left_over(twin_task, longest_step(twin_task), steps_for(task));
}

}  // namespace asymptest::capacity
