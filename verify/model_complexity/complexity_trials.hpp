#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::model_complexity {

// Effective model complexity of least squares in p parameters on pure noise of variance 1 at the
// tolerance `share`: the largest n at which the training error, averaged over 64 draws of the
// noise, is within it. E training error = 1 − p/n beyond n = p, so that it is p/(1 − share).

/// Among the sizes up to twice that, rows x ~ N(0, I).
double model_complexity(const Point& at, Stream& random);

/// Every other column is zero.
double model_complexity_of_dead_columns(const Point& at, Stream& random);

/// Among the sizes up to N, the samples at hand.
double model_complexity_of_samples(const Point& at, Stream& random);

/// That over N.
double complexity_per_sample(const Point& at, Stream& random);

}  // namespace asymptest::model_complexity
