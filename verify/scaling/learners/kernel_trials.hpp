#pragma once

#include "asymptest/claim/claim.hpp"
#include "learning/kernel_machines/radial_kernel.hpp"

namespace asymptest::scaling {

/// How the values of a random target of variance 1 on the torus hang together: as exp(−r/ℓ) or as
/// (1 + r/ℓ) exp(−r/ℓ), the Matérn laws of smoothness ν = 1/2 and 3/2; or it is a wave of one
/// period along each axis, of random phases.
enum class TargetLaw { once_rough, thrice_rough, waves };

/// Squared error at 32 fresh points of the interpolant of least norm, in the space of the kernel
/// φ(r/ℓ), exp(−r/ℓ) unless another is named, of N = m^d samples of a target on the d-torus, one in
/// the inner half of each of m^d cells. r is the chord between points of the torus as a product of
/// circles of radius 1, and ℓ = 4. The labels have normal noise of variance `noise`. The mean over
/// targets and noise is taken exactly,
///
///     1 − 2⟨w, t⟩ + ⟨w, Tw⟩ + noise·|w|²,   w = K⁻¹k,
///
/// T and t the target's covariances.
Trial kernel_interpolant_error(int dimension, TargetLaw target, double noise = 0,
                               learning::Radial kernel = learning::Radial::laplace);

}  // namespace asymptest::scaling
