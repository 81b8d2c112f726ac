#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::robustness {

// Trials of E Lip² over random labels, given the data, for the min-norm linear interpolant of n
// samples x ~ N(0, I/d) on the first p of d coordinates; and what becomes of it when a hypothesis
// is broken.

double squared_lipschitz(const Point& at, Stream& random);

/// Data in the span of the first 64 coordinates, with E|x|² = 1 as before.
double on_a_subspace(const Point& at, Stream& random);

/// Labels that are linear in the data, without noise: Lip² of the least-squares solution of least
/// norm, averaged over 64 targets of mean squared norm d.
double with_linear_labels(const Point& at, Stream& random);

/// n random points of the unit sphere of R^d with fixed labels, interpolated by McShane's
/// extension.
double on_atoms(const Point& at, Stream& random);

/// Two clusters of radius 1 whose centres are 20 apart.
double on_two_clusters(const Point& at, Stream& random);

/// Samples of squared length 1/4 or 7/4, each with chance 1/2.
double with_uneven_rows(const Point& at, Stream& random);

/// Samples of which half of the variance is common to all.
double with_correlated_rows(const Point& at, Stream& random);

}  // namespace asymptest::robustness
