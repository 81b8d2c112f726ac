#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::kernel_machines {

/// Sums over patches of t neighbouring coordinates of a torus of d, the first patch beginning at
/// `shift`: k(x, z) = (t/d) Σ exp(−r), r the chord between the patches of x and z on circles of
/// radius 1. t divides d; t = d is the full kernel.
struct Patches {
  int size = 1;
  int shift = 0;
};

/// The mean squared error of the `kernel`'s interpolant of n uniform samples of a normal random
/// function with the covariance of `target`, at 64 fresh points: the mean over functions is taken
/// exactly, with a variance 1 of the function.
///
/// By Favero, Cagnetta, Wyart 2021 (arXiv:2106.08619) of the order n^(−1/s) for a kernel over
/// patches of s coordinates that hold those of the target.
Trial patch_error(Patches target, Patches kernel);
/// As `patch_error` for a target over all coordinates, d from the point.
Trial full_target_error(Patches kernel);

}  // namespace asymptest::kernel_machines
