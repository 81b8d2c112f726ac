#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::interpolation {

// Trials of R_{P_q}(f): the share of 4096 fresh noisy labels that a threshold classifier of risk R
// misses; and what becomes of it when a hypothesis is broken.

/// Labels drawn anew with chance q from so many classes.
double noisy_risk(const Point& at, Stream& random, int classes);
double noisy_risk_two_classes(const Point& at, Stream& random);

/// Labels turned into the other one with chance q.
double with_flipped_labels(const Point& at, Stream& random);

/// Noise at the points where the classifier errs, and nowhere else.
double with_noise_where_it_errs(const Point& at, Stream& random);

/// Nine of ten labels were learnt by heart, noise and all, before they are asked for again.
double on_leaked_labels(const Point& at, Stream& random);

}  // namespace asymptest::interpolation
