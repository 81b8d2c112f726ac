#pragma once

#include <string>

#include "rigor/arithmetic/rational.hpp"

namespace asymptest {

/// The Jacobian of a network with one hidden layer, tanh, is Lipschitz: with p, q for the distances
/// that hidden and output weights move and a for 4/(3√3) max|v_r| max|x_i|, the changes of its
/// blocks add up to (‖X‖²/m)(p² + (q + ap)²) (docs/theory-rigor.md, "The ball"). Shows that this is
/// at most scale² · κ²(p² + q²), κ² = (‖X‖²/m)(1 + a²/2 + a√(1 + a²/4)), for all p, q and a ≥ 0;
/// without `with_curvature` κ² is ‖X‖²/m alone. Why not; empty if so.
std::string fault_of_kappa(const rigor::Rational& scale, bool with_curvature);

/// If |J₀ᵀz| ≥ σ and |(J − J₀)ᵀz| ≤ c ≤ σ for a unit vector z, then zᵀJJᵀz ≥ (σ − share · c)², and
/// further rows of J (blocks of weights) add squares to it. Why not; empty if so.
std::string fault_of_shrunk_singular_value(const rigor::Rational& share);

}  // namespace asymptest
