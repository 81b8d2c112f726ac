#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::real_data {

// Least squares of least norm on p real Fourier features of n samples of a real data set, labels −1
// and +1 for two halves of its classes. The p/2 frequencies are v ~ N(0, 2/ℓ² I), which belongs to
// the kernel exp(−‖x − z‖²/ℓ²); ℓ is the mean distance between samples, p even.

/// Mean squared error at 255 fresh points.
double fourier_risk(const Point& at, Stream& random);

/// ‖w‖² of the solution.
double fourier_norm(const Point& at, Stream& random);

/// The risk with the penalty λ‖w‖², λ = p/20: a tenth of the sum of p mean squares.
double fourier_risk_with_penalty(const Point& at, Stream& random);

/// The norm with λ = 10 n p, beyond every eigenvalue of XᵀX: ‖w‖² = ‖Xᵀy‖²/λ² but for a tenth,
/// which falls as 1/p.
double fourier_norm_with_strong_penalty(const Point& at, Stream& random);

/// The p/n at which the risk is highest, or the norm, of p/n = 1/10, 1/4, 1/2, 3/4, 9/10, 1, 11/10,
/// 5/4, 3/2, 2 and 4, on one draw of n samples: the first of the same frequencies, by Cholesky's
/// factorisation with the penalty p/10^10, which is that of rounding.
double place_of_highest_risk(const Point& at, Stream& random);
double place_of_highest_norm(const Point& at, Stream& random);

/// The same with the penalties of `fourier_risk_with_penalty` and of the strong one.
double place_of_highest_penalised_risk(const Point& at, Stream& random);
double place_of_highest_penalised_norm(const Point& at, Stream& random);

/// The risk at p = 8 n less the least at p = n/16, n/8, n/4 and n/2, on the same samples and the
/// first of the same frequencies, averaged over 16 draws: below 0 where the second descent ends
/// below the first.
double second_descent_above_first(const Point& at, Stream& random);

/// The same on labels that are fair coins, those of the fresh points as well.
double second_descent_of_coins(const Point& at, Stream& random);

}  // namespace asymptest::real_data
