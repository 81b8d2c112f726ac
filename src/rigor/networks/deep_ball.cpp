#include "rigor/networks/deep_ball.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "asymptest/require/require.hpp"
#include "rigor/matrices/eigenvalue_bound.hpp"
#include "rigor/networks/convergence_ball.hpp"

namespace asymptest::rigor {
namespace {

using Eigen::Index;

const auto raised = [](double x) { return multiply_up(x, 1 + bound_relaxation); };
const auto lowered = [](double x) { return multiply_down(x, 1 - bound_relaxation); };

double largest_row_norm(const IntervalMatrix& a) {
  double largest = 0;
  for (Index i = 0; i < a.rows(); ++i) {
    Interval sum = 0;
    for (Index j = 0; j < a.cols(); ++j) sum += square(a(i, j));
    largest = std::max(largest, sqrt(sum).upper());
  }
  return largest;
}

double largest_entry(const IntervalMatrix& a) {
  double largest = 0;
  for (Index j = 0; j < a.cols(); ++j) {
    for (Index i = 0; i < a.rows(); ++i) largest = std::max(largest, a(i, j).magnitude());
  }
  return largest;
}

Interval root_of(Index width) { return sqrt(Interval(static_cast<double>(width))); }

/// How far an entry of the pre-activations Φ Wᵀ moves, in the Frobenius norm, per distance of U and
/// of W: |ΔΦ|‖W‖ + ‖Φ'‖|ΔW|.
struct Activation {
  Interval per_first, per_second;
};

Activation activation_change(const DeepScales& at, const DeepScales& beyond, Index width) {
  return {Interval(at.input_norm) * Interval(at.hidden_norm) / root_of(width),
          Interval(beyond.feature_norm)};
}

/// One block's change per distance of U, W and v, times √m.
struct BlockChange {
  Interval per_first, per_second, per_output;
};

/// tanh(Φ Wᵀ)/√m.
BlockChange of_output(const Activation& z) { return {z.per_first, z.per_second, 0}; }

/// b_i ⊗ φ_i: Δv meets Φ' neuron by neuron; tanh' changes by c|Δz|; φ changes by ‖X‖|ΔU|/√m.
BlockChange of_second(const DeepScales& at, const DeepScales& beyond, const Activation& z) {
  const Interval curved =
      largest_tanh_curvature() * Interval(at.output_weight) * Interval(beyond.feature_size);
  return {curved * z.per_first + Interval(at.slope_size) * Interval(at.input_norm),
          curved * z.per_second, beyond.feature_norm};
}

/// m^{-1/2} tanh'(Ux_i) ∘ Wᵀb_i ⊗ x_i: b'_i meets ΔW, Δb_i meets W, and tanh' of the first layer
/// changes by c|X ΔUᵀ| times the entries of Wᵀb_i.
BlockChange of_first(const DeepScales& at, const DeepScales& beyond, const Activation& z,
                     Index width) {
  const Interval hidden = Interval(at.hidden_norm) / root_of(width);
  const Interval curved = Interval(at.input_size) * largest_tanh_curvature();
  const Interval through_slopes = curved * Interval(at.output_weight) * hidden;
  return {
      through_slopes * z.per_first + curved * Interval(at.pulled_back) * Interval(at.input_norm),
      through_slopes * z.per_second + Interval(at.input_norm) * Interval(beyond.slope_size),
      Interval(at.input_norm) * hidden};
}

double proved_mu(const DeepBall& ball) {
  const Interval left = Interval(ball.bounds.smallest_singular) -
                        Interval(ball.jacobian_lipschitz) * Interval(ball.radius);
  if (left.lower() <= 0) return 0;
  const double mu = square(left).lower();
  const Interval needed = Interval(ball.margin) * Interval(ball.bounds.residual);
  return certainly_at_most(needed, Interval(ball.radius) * sqrt(Interval(mu))) ? mu : 0;
}

double lipschitz_from_centre(const DeepBounds& bounds, double radius, Layers layers) {
  const DeepScales beyond = within(bounds.scales, bounds.width, radius);
  return raised(jacobian_lipschitz(bounds.scales, beyond, bounds.width, layers).upper());
}

/// R (σ_min − κ(R) R), nearly.
double reach(const DeepBounds& bounds, double radius) {
  const double kappa = lipschitz_from_centre(bounds, radius, Layers::last_two);
  return radius * (bounds.smallest_singular - kappa * radius);
}

/// Where `reach`, which rises and then falls, is largest: by thirds.
double best_radius(const DeepBounds& bounds) {
  double low = 0;
  double high = bounds.smallest_singular / lipschitz_from_centre(bounds, 0, Layers::last_two);
  constexpr int thirds = 100;
  for (int i = 0; i < thirds; ++i) {
    const double a = low + (high - low) / 3;
    const double b = high - (high - low) / 3;
    reach(bounds, a) < reach(bounds, b) ? low = a : high = b;
  }
  return low;
}

/// The smallest radius, nearly, whose reach is enough.
double smallest_radius(const DeepBounds& bounds, double needed) {
  double low = 0;
  double high = best_radius(bounds);
  constexpr int halvings = 60;
  for (int i = 0; i < halvings; ++i) {
    const double middle = low + (high - low) / 2;
    reach(bounds, middle) < needed ? low = middle : high = middle;
  }
  return high;
}

/// β: between any two points of the ball J is κ'-Lipschitz, and on it ‖J‖ ≤ S, |f − y| ≤ ρ + SR.
double smoothness(const DeepBall& ball) {
  const DeepBounds& bounds = ball.bounds;
  const Interval radius = ball.radius;
  const Interval slope = Interval(bounds.largest_singular) +
                         Interval(lipschitz_from_centre(bounds, ball.radius, Layers::all)) * radius;
  const DeepScales anywhere = within(bounds.scales, bounds.width, ball.radius);
  const Interval between = jacobian_lipschitz(anywhere, anywhere, bounds.width, Layers::all);
  return raised((square(slope) + between * (Interval(bounds.residual) + slope * radius)).upper());
}

void set_radius(DeepBall& ball, double radius) {
  ball.radius = radius;
  ball.jacobian_lipschitz = lipschitz_from_centre(ball.bounds, radius, Layers::last_two);
  ball.mu = proved_mu(ball);
}

}  // namespace

DeepScales within(const DeepScales& at, Index width, double radius) {
  const Interval r = radius;
  const Interval root = root_of(width);
  DeepScales beyond = at;
  beyond.hidden_norm = (Interval(at.hidden_norm) + r).upper();
  beyond.feature_norm = (Interval(at.feature_norm) + Interval(at.input_norm) * r / root).upper();
  beyond.feature_size = (Interval(at.feature_size) + Interval(at.input_size) * r / root).upper();
  beyond.output_weight = (Interval(at.output_weight) + r).upper();
  beyond.output_norm = (Interval(at.output_norm) + r).upper();
  beyond.slope_size = (Interval(beyond.output_norm) / root).upper();
  const Activation z = activation_change(at, beyond, width);
  const Interval moved = sqrt(square(z.per_first) + square(z.per_second)) * r;
  const Interval slope_change =
      (r + largest_tanh_curvature() * Interval(at.output_weight) * moved) / root;
  beyond.pulled_back = (Interval(at.pulled_back) + Interval(beyond.slope_size) * r +
                        slope_change * Interval(at.hidden_norm))
                           .upper();
  return beyond;
}

Interval jacobian_lipschitz(const DeepScales& at, const DeepScales& beyond, Index width,
                            Layers layers) {
  const Activation z = activation_change(at, beyond, width);
  const BlockChange blocks[] = {of_output(z), of_second(at, beyond, z),
                                of_first(at, beyond, z, width)};
  const Index rows = layers == Layers::all ? 3 : 2;
  IntervalMatrix changes(rows, 3);
  for (Index i = 0; i < rows; ++i) {
    changes.set(i, 0, blocks[i].per_first);
    changes.set(i, 1, blocks[i].per_second);
    changes.set(i, 2, blocks[i].per_output);
  }
  return Interval(largest_singular_value_upper_bound(changes)) / root_of(width);
}

DeepBounds bound_at(const DeepProblem& problem) {
  require_rounding_to_nearest();
  const DeepLinearisation at = linearise(problem);
  const IntervalMatrix inputs(problem.inputs);
  DeepBounds bounds{.width = problem.width()};
  bounds.scales = {
      .input_norm = raised(largest_singular_value_upper_bound(inputs)),
      .input_size = raised(largest_row_norm(inputs)),
      .hidden_norm = raised(largest_singular_value_upper_bound(problem.second)),
      .feature_norm = raised(largest_singular_value_upper_bound(at.features)),
      .feature_size = raised(largest_row_norm(at.features)),
      .slope_size = raised(largest_row_norm(at.slopes)),
      .pulled_back = raised(largest_entry(at.pulled_back)),
      .output_weight = problem.output.cwiseAbs().maxCoeff(),
      .output_norm =
          raised(largest_row_norm(IntervalMatrix(Eigen::MatrixXd(problem.output.transpose()))))};
  bounds.residual = raised(frobenius_norm_upper_bound(at.residuals));
  bounds.smallest_singular =
      lowered(sqrt_down(std::max(0.0, smallest_eigenvalue_lower_bound(at.last_kernel))));
  bounds.largest_singular =
      raised(sqrt_up(largest_eigenvalue_upper_bound(at.last_kernel + at.first_kernel)));
  return bounds;
}

double residual_upper_bound(const DeepProblem& problem) {
  return raised(frobenius_norm_upper_bound(residuals(problem)));
}

DeepBall prove_ball(const DeepBounds& bounds, double margin) {
  DeepBall ball{.bounds = bounds, .margin = margin};
  if (margin >= 1 && bounds.smallest_singular > 0) {
    set_radius(ball, smallest_radius(bounds, margin * bounds.residual));
    constexpr int attempts = 40;
    for (int i = 0; i < attempts && ball.mu == 0; ++i) set_radius(ball, raised(ball.radius));
  }
  if (ball.mu == 0) {
    throw std::domain_error(message(
        "no ball: sigma_min {}, residual {}, margin {} (expected >= 1): R (sigma_min - kappa R) "
        "reaches at most {}",
        bounds.smallest_singular, bounds.residual, margin, reach(bounds, best_radius(bounds))));
  }
  ball.smoothness = smoothness(ball);
  return ball;
}

double largest_residual(const DeepBounds& bounds, double margin) {
  return lowered(reach(bounds, best_radius(bounds)) / margin);
}

}  // namespace asymptest::rigor
