#pragma once

#include <Eigen/Core>
#include <functional>
#include <vector>

#include "learning/networks/network.hpp"

namespace asymptest::learning {

/// One matrix a layer, in the weights' shapes.
using Displacement = std::vector<Eigen::MatrixXd>;

/// A value of a function of the weights, and how to find the gradient there: the ascent asks for it
/// only where it climbs on, and before it asks for another value. A gradient of zero ends an
/// ascent.
struct Ascended {
  double value = 0;
  std::function<Displacement()> gradient;
};
using Objective = std::function<Ascended(const Network&)>;

/// The largest value of the objective that ascent finds in the ball |w − w₀| ≤ R around the
/// network's weights: a lower bound of the supremum.
///
/// From the two starts (directions, of any length) that are best at the distance R, the ascent
/// climbs in the balls of radius R/4, R/2 and R in turn, each time from where the last one ended,
/// pushed out to the new sphere. A step goes to R times the unit gradient, the maximum of the
/// linearised objective (Frank and Wolfe 1956), or, where that loses, to a point of the arc towards
/// it that gains.
///
/// Throws std::invalid_argument unless 0 < radius < ∞, there is a start, and all starts have the
/// shapes of the weights.
double ascend_in_ball(const Network& centre, double radius, const Objective& objective,
                      const std::vector<Displacement>& starts);

/// Euclidean length over all layers.
double length(const Displacement& displacement);

}  // namespace asymptest::learning
