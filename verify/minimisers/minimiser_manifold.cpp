#include "asymptest/claim/registry.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "learning/tasks/training_task.hpp"
#include "learning/training/levenberg_marquardt.hpp"
#include "verify/shared/minimiser.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::minimiser_manifold_claim {
namespace {

/// An eigenvalue below this share of the largest is zero: the residual, 1e-14 at most, times the
/// Hessian of f leaves that much of a zero, and the least of the others is above 1e-5.
constexpr double zero_share = 1e-10;

double excess_rank(const Minimiser& at, Eigen::Index samples) {
  const auto values = symmetric_eigenvalues(at.fit.hessian(at.weights));
  const double zero = zero_share * values[values.size() - 1];
  return static_cast<double>((values.array().abs() > zero).count() - samples);
}

double at_exact_fit(const Point& at, Stream& random) {
  return excess_rank(network_minimiser(at.count("m"), at.count("n"), random), at.count("n"));
}

/// Two equal inputs with equal labels: one constraint, not two.
double with_consistent_duplicate(const Point& at, Stream& random) {
  TrainingTask task =
      training_task(uniform_architecture(input_dimension, at.count("m"), 1), at.count("n"), random);
  task.inputs.col(1) = task.inputs.col(0);
  task.labels[1] = task.labels[0];
  const LeastSquares fit = network_fit(task.architecture, task.inputs, task.labels);
  return excess_rank({fit, levenberg_marquardt(fit, task.start).weights}, at.count("n"));
}

/// Labels that are missed by one: the residual's own curvature has many more nonzero eigenvalues.
double off_the_minimum(const Point& at, Stream& random) {
  const Minimiser found = network_minimiser(at.count("m"), at.count("n"), random);
  const auto direction = unit_vector(found.weights.size(), random.substream("direction"));
  return excess_rank({found.fit, found.weights + direction}, at.count("n"));
}

const Registered minimiser_manifold{{
    .id = "minimisers/minimiser-manifold",
    .title = "At an interpolating minimum the Hessian has exactly n nonzero eigenvalues",
    .statement = R"(F(w) = y \implies \operatorname{rank} \nabla^2 L(w) = n:
        \text{ the minimisers form a manifold of dimension } M - n)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "section 3"},
    .assumes = {"the labels are interpolated", "no two inputs are equal"},
    .sweep = {axis("m", "width").listed({4, 8}), axis("n", "samples").listed({2, 4, 6})},
    .measure = {"number of nonzero eigenvalues of the loss's Hessian, less n", Polarity::exact,
                at_exact_fit},
    .predict = Prediction(Inequality{.lower = 0, .upper = 0})
                   .within(0.01)
                   .because("an exact count: no exception is expected; one trial in a hundred is "
                            "far below the chance in each control"),
    .budget = {.first = 192, .quick = 512},
    .controls = {{.name = "consistent-duplicate",
                  .breaks = "no two inputs are equal",
                  .expect = above(0.9),
                  .trial = with_consistent_duplicate,
                  .remark = "n − 1: the two samples ask for the same"},
                 {.name = "off-the-minimum",
                  .breaks = "the labels are interpolated",
                  .expect = above(0.9).because(
                      "r·∇²f has full rank where r is no zero: 1 in place of a chance of 0"),
                  .trial = off_the_minimum}},
    .remark = "Fitted to a residual of 1e-15 by Levenberg–Marquardt: gradient descent would leave "
              "a residual whose curvature passes for eigenvalues.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::minimiser_manifold_claim
