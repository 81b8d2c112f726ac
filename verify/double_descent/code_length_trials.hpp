#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::double_descent {

// What it takes to write down a min-norm solution, and how steep it is.

/// Bits per weight of the ridgeless solution at (n, p, snr), at a prediction error of 1/100:
/// ½ log₂(1 + 100‖w‖²), with E‖ŵ‖² over the noise for ‖w‖². The rate of a Gaussian source
/// whose p weights have that squared norm together, each coded to within 1/100p (Cover, Thomas
/// 2006, Theorem 10.3.2, with 1 + s²/D in place of s²/D so as not to be negative).
double bits_per_weight(const Point& at, Stream& random);
double bits_per_weight_of_tuned_ridge(const Point& at, Stream& random);

/// p times that.
double bits_in_all(const Point& at, Stream& random);

/// E‖∇f‖² at 32 fresh points of N(0, I) in R^4 over labels of pure noise of variance 1 at n points
/// likewise, for the min-norm fit of N Fourier features (N even) with frequencies of N(0, I).
double squared_slope(const Point& at, Stream& random);

/// That with the penalty 10⁵.
double squared_slope_of_heavy_ridge(const Point& at, Stream& random);

}  // namespace asymptest::double_descent
