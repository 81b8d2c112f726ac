#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::weighted_neighbours {

// The rule Σ w_i y_i over the k nearest neighbours of a query with w_i ∝ |x − x_i|^−a, which
// interpolates. Given the distance of the next one, the k are uniform in a ball, so that their
// weights are those of t_i^−s with t_i uniform on (0, 1) and s = a/d.

/// Its variance Σ w_i² for noise of variance 1, in expectation over the nearest of them in turn, at
/// k neighbours and s. The mean of Σ w_i² is 1 − 1/s in the limit for s > 1, and for s < 1/2 it is
/// (1 − s)²/(1 − 2s)/k.
Trial variance_at(double s);
double squared_weights(const Point& at, Stream& random);

/// Plain averages: 1/k.
double squared_plain_weights(const Point& at, Stream& random);

/// The squared error at the query x = 0 for labels 4|x|^β + noise of variance 1, with
/// k = n^(4/(4 + d)) of n samples of the unit ball of R^d and the weights |x|^−sd: the square of
/// 4Σ w_i |x_i|^β, and Σ w_i².
Trial squared_error(double dimension, double s, double beta);

/// The limit law of its mean for β = 2 and s < 1/2, up to terms of the relative order 1/k:
///
///     16 (k/n)^{4/d} ((1 − s)/(1 − s + 2/d))² + (1 − s)²/(1 − 2s)/k.
double squared_error_law(double dimension, double s, double n);

}  // namespace asymptest::weighted_neighbours
