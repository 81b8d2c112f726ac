#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::interpolation {

// The nearest-neighbour rule for M classes on the flat torus of dimension d, n uniform samples:
// class j has the chance η_j(x) = (1 + cos 2π(k x_1 + j/M))/M, j = 0 … M − 1.

/// Chance that a query and a sample, labels drawn independently, disagree: 1 − Σ_j η_j(x)η_j(x').
double disagreement_chance(double classes, double frequency, double x, double other);

/// The mean of that over 32 uniform queries and their nearest of n = 4096 samples, k = 1; for
/// k = 2^20, where η swings far below the spacing; and for any sample in place of the nearest.
double nearest_neighbour_risk(const Point& at, Stream& random);
double risk_of_fast_eta(const Point& at, Stream& random);
double risk_of_any_sample(const Point& at, Stream& random);

/// E[1 − Σ η_j²] = 1 − 3/(2M), the limit as n → ∞.
double nearest_neighbour_limit(const Point& at);

/// A random law of labels on 4 places, M classes: where R = E[1 − Σ η_j²] lies between R* and
/// R*(2 − R*·M'/(M' − 1)), as a share of the way, with M' = M or 2.
double place_between_bounds(const Point& at, Stream& random, double bound_classes);

}  // namespace asymptest::interpolation
