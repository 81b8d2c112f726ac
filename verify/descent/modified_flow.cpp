#include "modified_flow.hpp"

#include "learning/training/gradient_descent.hpp"
#include "learning/training/gradient_flow.hpp"

namespace asymptest::learning::optimisation {

using Eigen::VectorXd;

namespace {

constexpr double time = 1;
/// Fewer than the sweep's least, so that no design point divides by itself.
constexpr int reference_steps = 12;

}  // namespace

double distance_to_modified_flow(const TrainingTask& task, int steps, double coefficient) {
  const double h = time / steps;
  const auto field = [&](const VectorXd& w) -> VectorXd {
    VectorXd gradient = task.fit.gradient(w);
    if (coefficient == 0) return gradient;
    return gradient + 2 * coefficient * h * task.fit.hessian_product(w, gradient);
  };
  return (gradient_descent(task.fit, task.start, h, steps).weights - flow(field, task.start, time))
      .norm();
}

Trial relative_distance(double coefficient) {
  return [=](const Point& at, Stream& random) {
    const TrainingTask task = training_task(uniform_architecture(3, 4, 1), 2, random);
    return distance_to_modified_flow(task, static_cast<int>(at.count("N")), coefficient) /
           distance_to_modified_flow(task, reference_steps, coefficient);
  };
}

}  // namespace asymptest::learning::optimisation
