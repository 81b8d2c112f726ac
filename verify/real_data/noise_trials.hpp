#pragma once

#include "asymptest/claim/claim.hpp"
#include "learning/kernel_machines/radial_kernel.hpp"

namespace asymptest::real_data {

// Two halves of the classes of a real data set; a label is a fair coin with chance q. n samples are
// drawn with 255 fresh points.

/// (R_{P_q}(f) − R_emp(f)) − q/2 of the sign of the kernel's interpolant: what the gap exceeds q/2
/// by, averaged over 16 draws. The kernel's length is the mean distance between samples for
/// Laplace's, half of the mean distance to the nearest sample for the Gaussian.
Trial gap_above_half_the_noise(learning::Radial shape);

/// The same where both kinds of labels are clean.
Trial gap_on_clean_labels(learning::Radial shape);

/// And of a rule with one parameter: the sign of the mean coordinate above or below its median.
double gap_of_one_parameter(const Point& at, Stream& random);

/// ½ − R_P(f), in clean labels, of the interpolant of noisy ones, averaged over 16 draws.
Trial advantage_over_chance(learning::Radial shape);

/// The same of one draw for q = 1: labels that tell nothing.
Trial advantage_from_noise_alone(learning::Radial shape);

/// R_{P_q}(f) over q/2 + (1 − q) R_P(f), for the label of the nearest of n clean samples, both on
/// the same fresh points.
double noisy_risk_over_identity(const Point& at, Stream& random);

/// The same where a label is turned round with chance q.
double flipped_risk_over_identity(const Point& at, Stream& random);

/// R_{P_q}(f) over q/2 + R_P(f).
double noisy_risk_over_stated(const Point& at, Stream& random);

}  // namespace asymptest::real_data
