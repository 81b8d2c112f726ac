#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::boosting {

// AdaBoost with stumps on 100 normal points of R^10. The class is the sign of Σ x_k; under label
// noise a label is a fair coin with chance 0.4.

/// Share of samples of margin at most θ after T rounds over its bound Π 2√(ε^(1−θ)(1 − ε)^(1+θ)),
/// on noisy labels.
double share_of_small_margins(const Point& at, Stream& random);

/// The same over that bound with its exponents swapped.
double share_over_swapped_bound(const Point& at, Stream& random);

/// Share of 512 fresh points that are missed k times as many rounds in as it takes to fit all
/// samples, labels and fresh ones clean.
double error_after_fit(const Point& at, Stream& random);

/// The same with noise on the samples' labels.
double error_after_noisy_fit(const Point& at, Stream& random);

}  // namespace asymptest::boosting
