#include "rigor/networks/convergence_ball.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "asymptest/require/require.hpp"
#include "rigor/matrices/eigenvalue_bound.hpp"

namespace asymptest::rigor {
namespace {

using Eigen::Index;

double largest_input(const ShallowProblem& problem) {
  double largest = 0;
  for (Index i = 0; i < problem.samples(); ++i) {
    Interval sum = 0;
    for (const double x : problem.inputs.row(i)) sum += square(Interval(x));
    largest = std::max(largest, sqrt(sum).upper());
  }
  return largest;
}

/// σ_min − κ R.
Interval singular_value_left(const ConvergenceBall& ball, const Interval& radius) {
  return Interval(ball.bounds.smallest_singular) - Interval(ball.jacobian_lipschitz) * radius;
}

/// A lower bound μ of (σ_min − κ R)² for which R √μ ≥ margin √(2L₀) is certain; 0 if there is none.
double proved_mu(const ConvergenceBall& ball, double radius) {
  const Interval left = singular_value_left(ball, radius);
  if (left.lower() <= 0) return 0;
  const double mu = square(left).lower();
  const Interval needed = Interval(ball.margin) * Interval(ball.bounds.residual);
  return certainly_at_most(needed, Interval(radius) * sqrt(Interval(mu))) ? mu : 0;
}

/// β: J is (σ_max + κR)-bounded and, between any two points of the ball, κ'-Lipschitz, where κ' is
/// κ with output weights that are larger by R; the residual is at most ‖r₀‖ + (σ_max + κR) R.
Interval smoothness(const ConvergenceBall& ball, Index width) {
  const Interval radius = ball.radius;
  const Interval slope =
      Interval(ball.bounds.largest_singular) + Interval(ball.jacobian_lipschitz) * radius;
  const double output_weight = add_up(ball.bounds.output_weight, ball.radius);
  const Interval lipschitz = jacobian_lipschitz(ball.bounds, output_weight, width);
  return square(slope) + lipschitz * (Interval(ball.bounds.residual) + slope * radius);
}

/// The discriminant σ² − 4 κ margin √(2L₀) of R (σ − κ R) = margin √(2L₀).
double discriminant(const ConvergenceBall& ball) {
  const double sigma = ball.bounds.smallest_singular;
  return sigma * sigma - 4 * ball.jacobian_lipschitz * ball.margin * ball.bounds.residual;
}

}  // namespace

BallBounds bound_at(const ShallowProblem& problem) {
  validate(problem);
  return bound_at(problem, linearise(problem, weights_of(problem)));
}

BallBounds bound_at(const ShallowProblem& problem, const ShallowLinearisation& at) {
  require_rounding_to_nearest();
  BallBounds bounds;
  bounds.input_norm =
      relaxed_up(largest_singular_value_upper_bound(IntervalMatrix(problem.inputs)));
  bounds.input_size = relaxed_up(largest_input(problem));
  bounds.output_weight = problem.output.cwiseAbs().maxCoeff();
  bounds.residual = relaxed_up(frobenius_norm_upper_bound(at.residuals));
  bounds.smallest_singular =
      relaxed_down(sqrt_down(std::max(0.0, smallest_eigenvalue_lower_bound(at.kernel))));
  bounds.largest_singular = relaxed_up(sqrt_up(largest_eigenvalue_upper_bound(at.kernel)));
  return bounds;
}

Interval largest_tanh_curvature() { return Interval(4) / (Interval(3) * sqrt(Interval(3))); }

Interval jacobian_lipschitz(const BallBounds& at, double output_weight, Index width) {
  const Interval a = largest_tanh_curvature() * Interval(output_weight) * Interval(at.input_size);
  const Interval quarter = square(a) * Interval(0.25);
  const Interval largest = Interval(1) + Interval(2) * quarter + a * sqrt(Interval(1) + quarter);
  return Interval(at.input_norm) * sqrt(largest / Interval(static_cast<double>(width)));
}

ConvergenceBall prove_ball(const ShallowProblem& problem, double margin) {
  return prove_ball(bound_at(problem), problem.width(), margin);
}

ConvergenceBall prove_ball(const BallBounds& bounds, Index width, double margin) {
  ConvergenceBall ball{.bounds = bounds, .margin = margin};
  ball.jacobian_lipschitz =
      relaxed_up(jacobian_lipschitz(bounds, bounds.output_weight, width).upper());
  const double left = discriminant(ball);
  if (!(left > 0) || !(margin >= 1)) {
    throw std::domain_error(
        message("no ball: sigma_min^2 - 4 kappa margin residual is {}, expected > 0 (sigma_min {}, "
                "kappa {}, residual {}, margin {}, expected >= 1)",
                left, bounds.smallest_singular, ball.jacobian_lipschitz, bounds.residual, margin));
  }
  // The smaller root, in the form that does not cancel, raised until the inequality is certain.
  constexpr int attempts = 40;
  ball.radius = 2 * margin * bounds.residual / (bounds.smallest_singular + std::sqrt(left));
  ball.mu = proved_mu(ball, ball.radius);
  for (int attempt = 0; attempt < attempts && ball.mu == 0; ++attempt) {
    ball.radius = relaxed_up(ball.radius);
    ball.mu = proved_mu(ball, ball.radius);
  }
  if (ball.mu == 0) {
    throw std::domain_error("no ball: R (sigma_min - kappa R) only just reaches the residual");
  }
  ball.smoothness = relaxed_up(smoothness(ball, width).upper());
  return ball;
}

double largest_radius(const ConvergenceBall& ball) {
  double radius = (ball.bounds.smallest_singular + std::sqrt(discriminant(ball))) /
                  (2 * ball.jacobian_lipschitz);
  while (proved_mu(ball, radius) == 0 && radius > ball.radius) radius = relaxed_down(radius);
  return std::max(radius, ball.radius);
}

}  // namespace asymptest::rigor
