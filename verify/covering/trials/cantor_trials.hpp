#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::covering {

// Distance of a fresh point to the nearest of a Poisson number of samples of mean N, both by the
// Bernoulli measure of weights 1 − `right` and `right` on the Cantor set: the sizes need not be
// whole numbers, as the periods of its laws are not.

/// Its mean over the fresh point, an integral that needs none to be drawn.
Trial mean_distance_on_cantor_set(double right);

/// exp of the mean logarithm of it over 512 fresh points.
Trial typical_distance_on_cantor_set(double right);

/// The same mean for samples and fresh points uniform on [0, 1].
double mean_distance_on_interval(const Point& at, Stream& random);

/// Seven sizes a `ratio` apart, from 32: the sizes of a law with that period.
Sweep cantor_sizes(double ratio);

/// A trial's cost, that of the samples.
double cantor_cost(const Point& at);

/// ω of E δ_N N^β = P(log N) + O(N^−ω) for weights q and q³: of the renewal equation's
/// G(N) = w G(qN) + v G(q³N), v = q^(3(1−β))/3 and w = 1 − v, the other roots of wz + vz³ = 1 have
/// |z|² = 1/v. About 0.68.
double transient_exponent(double q);

}  // namespace asymptest::covering
