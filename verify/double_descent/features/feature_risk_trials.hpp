#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::double_descent {

// The excess risk of the solution of least norm with N random features of points x ~ N(0, I) in
// R^16, for labels ⟨u, x⟩ + noise with |u| = 1 and noise of variance 1/4, over 32 fresh points and
// the noise, given the features. Axes n and N.

/// max(⟨v, x⟩, 0), v ~ N(0, I).
double relu_risk(const Point& at, Stream& random);

/// N/2 of them, each twice: the features of N/2.
double relu_risk_of_pairs(const Point& at, Stream& random);

/// n/2 samples, each twice, with labels of their own: fitted to the mean of the two.
double relu_risk_of_twin_samples(const Point& at, Stream& random);

/// e^{i⟨v, x⟩}, v ~ N(0, I), with complex weights; the real part predicts.
double complex_risk(const Point& at, Stream& random);

/// cos⟨v, x⟩ and sin⟨v, x⟩ of as many v with a real weight each.
double cosine_and_sine_risk(const Point& at, Stream& random);

}  // namespace asymptest::double_descent
