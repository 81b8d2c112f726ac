#pragma once

#include <functional>

#include "asymptest/claim/claim.hpp"
#include "learning/networks/network.hpp"

namespace asymptest::learning::optimisation {

/// The radius of the ball at a design point.
using Radius = std::function<double(const Point& at)>;

Radius fixed_radius(double radius);

/// The width at a design point: its axis m.
Eigen::Index width_at(const Point& at);

/// One hidden layer of a fresh network and one fresh input on the sphere |x|² = d.
struct ShallowDraw {
  Network network;
  Eigen::VectorXd input;
};

ShallowDraw shallow_draw(Eigen::Index width, Activation activation, OutputWeights outputs,
                         const Stream& random);

/// The end of a dual bracket that a trial measures: what holds of the supremum must hold of both.
enum class BracketEnd { upper, lower };

/// The trial "sup over the ball of |K(w) − K(w₀)| at one input", exactly but for its bracket, for a
/// width that the design point gives or that is fixed.
Trial exact_kernel_change(Activation activation, const Radius& radius,
                          const std::function<Eigen::Index(const Point&)>& width = width_at,
                          BracketEnd end = BracketEnd::upper);

/// The network at a uniform point of the sphere |w − w₀| = R.
Network moved_at_random(const Network& centre, double radius, Stream& random);

/// The mean of |K(w) − K(w₀)| over 16 uniform points of the sphere |w − w₀| = R, for tanh.
Trial sampled_kernel_change(double radius);

/// The trial "sup over the ball of |f − f_lin|", exactly but for its bracket (see
/// `shallow_linearisation_error`).
Trial exact_linearisation_error(Activation activation, OutputWeights outputs, const Radius& radius,
                                const std::function<Eigen::Index(const Point&)>& width = width_at,
                                BracketEnd end = BracketEnd::upper);

}  // namespace asymptest::learning::optimisation
