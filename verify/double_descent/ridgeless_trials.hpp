#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::double_descent {

// Trials of ridgeless least squares on n rows x ~ N(0, I) in R^p, labels ⟨x, w⟩ + noise with
// |w| = 1 and noise of variance 1/snr: expectations over the noise, given the design. Axes n, p and
// snr. And what becomes of them when a hypothesis is broken.

/// The excess risk E‖ŵ − w‖².
double excess_risk(const Point& at, Stream& random);

/// Its mean over designs: n/(p − n − 1)/snr + 1 − n/p beyond the threshold, p/(n − p − 1)/snr
/// below.
double excess_risk_law(const Point& at);

/// E‖ŵ‖², and its mean over designs.
double solution_norm(const Point& at, Stream& random);
double solution_norm_law(const Point& at);

/// The training error |y − Xŵ|²/n of labels that are drawn, and its mean, 1/snr·(1 − p/n) below the
/// threshold and 0 beyond.
double training_error(const Point& at, Stream& random);
double training_error_law(const Point& at);

/// The same where the labels also have (|u|² of 3/snr) a part of columns that the fit doesn't see:
/// noise to it, four times as much in all.
double training_error_of_a_part(const Point& at, Stream& random);

/// The same with the penalty p/snr, which is the best for risk.
double training_error_of_tuned_ridge(const Point& at, Stream& random);

/// The noise part of the risk over min(n, p), for noise of variance 1: 1/(|p − n| − 1) in the mean.
double noise_per_dimension(const Point& at, Stream& random);

/// Ridge regression with the penalty p/snr, which is the best: risk, the same averaged over the
/// directions of w, and E‖ŵ‖².
double risk_of_tuned_ridge(const Point& at, Stream& random);
double mean_risk_of_tuned_ridge(const Point& at, Stream& random);
double norm_of_tuned_ridge(const Point& at, Stream& random);

/// Labels without noise.
double risk_without_noise(const Point& at, Stream& random);
double norm_without_noise(const Point& at, Stream& random);

/// Rows of squared length p/4 or 7p/4 in the mean, each with chance 1/2. Beyond the threshold that
/// multiplies the noise part by E 1/s = 16/7 and leaves the bias as it is.
double risk_with_uneven_rows(const Point& at, Stream& random);
double norm_with_uneven_rows(const Point& at, Stream& random);

/// `noise_per_dimension` for orthogonal rows (columns, if p < n) of the length of n normal entries,
/// along axes, since no direction is special: 1/(n − 2) in the mean for every p.
double noise_per_dimension_of_orthogonal_data(const Point& at, Stream& random);

}  // namespace asymptest::double_descent
