#pragma once

#include <functional>

#include "asymptest/claim/claim.hpp"
#include "ball_trials.hpp"
#include "learning/networks/network.hpp"
#include "random_networks.hpp"

namespace asymptest::learning::optimisation {

/// Inputs of the tangent kernel's matrix in the claims on deeper networks.
inline constexpr Eigen::Index kernel_inputs = 4;

/// The family of `depth` hidden layers of tanh and width m with output weights ±1, changed as a
/// control says.
Family deep_family(
    int depth, std::function<void(Architecture&)> change = [](Architecture&) {});

/// The trial "the largest norm of the Hessian that ascent finds in the ball".
Trial ascended_hessian(Family family, const Radius& radius);

/// The trial "the certified bound of the Hessian's norm over the ball".
Trial bounded_hessian(Family family, const Radius& radius);

/// The trial "the largest spectral norm of K(w) − K(w₀) that ascent finds in the ball".
Trial ascended_kernel(Family family, const Radius& radius);

/// The trial "the certified bound of the spectral norm of K(w) − K(w₀) over the ball",
///
///     |K(w) − K(w₀)| ≤ 2·|J(w₀)|·D + D²,   D = R·√(Σ_i h_i²) ≥ |J(w) − J(w₀)|,
///
/// with h_i the bound of the Hessian's norm at the input i.
Trial bounded_kernel(Family family, const Radius& radius);

/// The trials "the largest |f − f_lin| that ascent finds in the ball" and "R²/2 times the bound of
/// the Hessian's norm there".
Trial ascended_linearisation(Family family, const Radius& radius);
Trial bounded_linearisation(Family family, const Radius& radius);

}  // namespace asymptest::learning::optimisation
