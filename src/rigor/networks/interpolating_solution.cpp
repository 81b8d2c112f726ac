#include "rigor/networks/interpolating_solution.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "asymptest/require/require.hpp"
#include "rigor/matrices/symmetric_eigen.hpp"

namespace asymptest::rigor {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// How much wider than the prover's a checker's enclosure of a residual may be. At the end of a
/// long descent the residual itself is hardly larger than its enclosure.
constexpr double coarser_checker = 8;

Interval dot(const IntervalMatrix& a, const IntervalMatrix& b) {
  Interval sum = 0;
  for (Index i = 0; i < a.rows(); ++i) sum += a(i, 0) * b(i, 0);
  return sum;
}

IntervalMatrix widened(const IntervalMatrix& a) { return {a.midpoint, coarser_checker * a.radius}; }

/// K⁻¹r, nearly: whatever it is, the bounds below hold.
VectorXd nearly_solved(const ShallowLinearisation& at) {
  return solved(symmetric_eigen(at.kernel.midpoint), at.residuals.midpoint.col(0));
}

/// An upper bound of √(rᵀK⁻¹r). With z nearly K⁻¹r and e = r − Kz it is zᵀr + zᵀe + eᵀK⁻¹e under
/// the root.
double newton_step_upper_bound(const ShallowLinearisation& at, double smallest_singular) {
  const IntervalMatrix z(MatrixXd(nearly_solved(at)));
  const IntervalMatrix r = widened(at.residuals);
  const IntervalMatrix e = r - product(at.kernel, z);
  const Interval left = Interval(frobenius_norm_upper_bound(e)) / Interval(smallest_singular);
  return sqrt_up(std::max(0.0, (dot(z, r) + dot(z, e) + square(left)).upper()));
}

/// A lower bound of √(rᵀK⁻¹r), which is the root of the largest value of 2zᵀr − zᵀKz.
double newton_step_lower_bound(const ShallowLinearisation& at) {
  const IntervalMatrix z(MatrixXd(nearly_solved(at)));
  const Interval value = Interval(2) * dot(z, at.residuals) - dot(z, product(at.kernel, z));
  return sqrt_down(std::max(0.0, value.lower()));
}

/// κ/(2σ_min): what the second order costs per squared step.
Interval second_order(const InterpolatingSolution& solution) {
  return Interval(solution.jacobian_lipschitz) /
         (Interval(2) * Interval(solution.bounds.smallest_singular));
}

bool radius_is_proved(const InterpolatingSolution& solution) {
  const Interval radius = solution.radius;
  return certainly_at_most(Interval(solution.newton_step) + second_order(solution) * square(radius),
                           radius);
}

[[noreturn]] void refuse(const InterpolatingSolution& solution) {
  throw std::domain_error(message(
      "no solution proved: 2 kappa eta / sigma_min must be at most 1 (kappa {}, Newton step eta "
      "{}, sigma_min {})",
      solution.jacobian_lipschitz, solution.newton_step, solution.bounds.smallest_singular));
}

}  // namespace

InterpolatingSolution prove_solution(const ShallowProblem& problem) {
  validate(problem);
  const ShallowLinearisation at = linearise(problem, weights_of(problem));
  InterpolatingSolution solution{.bounds = bound_at(problem, at)};
  solution.jacobian_lipschitz = relaxed_up(
      jacobian_lipschitz(solution.bounds, solution.bounds.output_weight, problem.width()).upper());
  if (!(solution.bounds.smallest_singular > 0)) refuse(solution);
  solution.newton_step = relaxed_up(newton_step_upper_bound(at, solution.bounds.smallest_singular));
  const double second = second_order(solution).upper();
  const double discriminant = 1 - 4 * second * solution.newton_step;
  if (!(discriminant > 0)) refuse(solution);
  // The smaller root, in the form that does not cancel, raised until the inequality is certain.
  solution.radius = relaxed_up(2 * solution.newton_step / (1 + std::sqrt(discriminant)));
  constexpr int attempts = 40;
  for (int attempt = 0; attempt < attempts && !radius_is_proved(solution); ++attempt) {
    solution.radius = relaxed_up(solution.radius);
  }
  if (!radius_is_proved(solution)) refuse(solution);
  return solution;
}

double distance_to_any_solution(const ShallowProblem& problem, const InterpolatingSolution& found) {
  const double step = newton_step_lower_bound(linearise(problem, weights_of(problem)));
  const Interval root = sqrt(Interval(1) + Interval(4) * second_order(found) * Interval(step));
  return (Interval(2) * Interval(step) / (Interval(1) + root)).lower();
}

}  // namespace asymptest::rigor
