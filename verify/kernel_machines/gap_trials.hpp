#pragma once

#include "asymptest/claim/claim.hpp"
#include "learning/kernel_machines/radial_kernel.hpp"

namespace asymptest::kernel_machines {

// Two classes, the sign of the first coordinate of normal points of R^5; a label is a fair coin
// with chance q. A trial averages over 16 independent training sets of n points with 512 fresh
// points each.

/// (R_{P_q}(f) − R_emp(f)) − q/2 of the sign of the kernel's interpolant: what the gap exceeds q/2
/// by, on noisy labels of both kinds.
Trial gap_above_half_the_noise(learning::Radial shape);

/// The same where both kinds of labels are clean.
Trial gap_on_clean_labels(learning::Radial shape);

/// And of the rule sign⟨Σ y_i x_i, x⟩, which has too few parameters to follow the noise.
double gap_of_linear_rule(const Point& at, Stream& random);

/// ½ − R_P(f), in clean labels, of the interpolant of noisy ones: R_{P_q}(f) is below ½ by 1 − q
/// times that.
Trial advantage_over_chance(learning::Radial shape);

/// The same for q = 1: labels that tell nothing.
Trial advantage_from_noise_alone(learning::Radial shape);

}  // namespace asymptest::kernel_machines
