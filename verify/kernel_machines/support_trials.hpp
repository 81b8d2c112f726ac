#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::kernel_machines {

// The hard-margin machine sign⟨w, x⟩ on samples of d coordinates, labelled by the sign of the
// first; the others are standard normal. A trial averages over 64 draws of n + 1 samples, of which
// the first n give the machine with the risk.

/// #SV(n + 1)/(n + 1) less the risk from n samples, arctan(|w_2 … w_d|/w_1)/π: the first coordinate
/// is normal as well.
double support_share_above_risk(const Point& at, Stream& random);

/// The share among 16 (n + 1) samples in place of n + 1.
double support_share_of_more_samples(const Point& at, Stream& random);

/// The risk where the first coordinate of a fresh point is 1/64 of a sample's.
double support_share_above_shifted_risk(const Point& at, Stream& random);

/// (R/γ)²/(n + 1) less the risk from n samples on 128 fresh points, where the first coordinate is
/// ±(1 + |g|) with a normal g: R is the longest of the n + 1 samples, γ their margin.
double margin_bound_above_risk(const Point& at, Stream& random);

/// The same where the labels of fresh points are turned round.
double margin_bound_above_risk_of_turned_labels(const Point& at, Stream& random);

}  // namespace asymptest::kernel_machines
