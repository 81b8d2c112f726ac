#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::robustness {

// How many parameters smooth interpolation takes beyond mere interpolation, which takes one a
// label: (p − n)/n for the least p with Lip ≤ L₀. Labels are ±1, half of them each.

/// Linear interpolants on the first p of d coordinates, x ~ N(0, I/d), 8 samples, L₀² = 8 "K" with
/// K = `squared_budget`(d): the first passage of a χ²₁ walk over c = d/K.
Trial surplus_of_linear(double (*squared_budget)(double dimension));

/// The same with K from an axis "K".
double surplus_at_budget(const Point& at, Stream& random);

/// Data on 64 of the d axes, N(0, I/64) there, interpolated in R^d as above with K = 4.
double surplus_on_a_subspace(const Point& at, Stream& random);

/// Samples of squared length 1/4 or 7/4, each with chance 1/2; K from an axis "K".
double surplus_with_uneven_rows(const Point& at, Stream& random);

/// McShane's interpolant on the first D coordinates, p = n D, 16 samples, L₀ = 4: D, the ratio of
/// the least p to that of mere interpolation, n.
double ratio_by_projection(const Point& at, Stream& random);

/// The same for data on 64 of the d axes.
double ratio_by_projection_on_a_subspace(const Point& at, Stream& random);

/// The same with L₀² = d/8, which grows.
double ratio_by_projection_at_a_growing_budget(const Point& at, Stream& random);

}  // namespace asymptest::robustness
