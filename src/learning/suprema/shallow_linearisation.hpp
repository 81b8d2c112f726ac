#pragma once

#include <Eigen/Core>

#include "learning/networks/network.hpp"
#include "learning/separable/separable_supremum.hpp"

namespace asymptest::learning {

/// sup over |w − w₀| ≤ R of |f(w) − f(w₀) − ⟨∇f(w₀), w − w₀⟩| at one input, for one hidden layer.
///
/// The error is a sum over the neurons, so that the supremum is separable: the upper end is that of
/// `separable_supremum`. With normal output weights it is best to spend nearly the whole radius on
/// one neuron, and the lower end is the larger of that and of the radius spread over many. For
/// R ≤ ½ and smooth σ the ends of a wide network differ by a few thousandths at most, at R = 1 by a
/// few hundredths (of a single neuron by 3 % already at R = 0.2); for relu, whose work is spread
/// over about m^⅔ neurons, by what one of them adds.
///
/// A neuron's best displacement is located on a grid, then by Newton's or by Brent's method.
///
/// Throws std::invalid_argument as `shallow_view` and `require_radius` do.
Bracket shallow_linearisation_error(const Network& network, const Eigen::VectorXd& x,
                                    double radius);

}  // namespace asymptest::learning
