#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

/// Excess squared error of least squares with p = 16 Gaussian features and N samples under label
/// noise of variance 1, averaged over noise and test points: tr (XᵀX)⁻¹.
double least_squares_excess(const Point& at, Stream& random);

/// The same with samples of squared length 1/4 or 7/4 times the usual.
double least_squares_excess_of_uneven_samples(const Point& at, Stream& random);

/// What m random Fourier features add to the test loss of ridge regression with a Gaussian kernel
/// on 24 points of the plane, its linear part in the kernel's error taken off. That part has mean 0
/// for m independent features, and the standard deviation m^(−1/2), so that it is a control
/// variate: the mean is that of loss(m) − loss(∞).
double random_features_excess(const Point& at, Stream& random);

/// The same with ⌊√m⌋ different features, each as often as needed.
double repeated_features_excess(const Point& at, Stream& random);

/// The part taken off, alone.
double random_features_linear_part(const Point& at, Stream& random);

}  // namespace asymptest::scaling
