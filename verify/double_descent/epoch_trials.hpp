#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::double_descent {

// A linear regression with 16 features of scale 1 and 16 of scale `scale`, of which each half
// carries the signal 1, trained for t epochs of gradient descent with the step 1/16 on 256 samples
// with noise of variance 16: taken up in full, the noise of each half costs 1 as well.

/// The excess risk, given a Gaussian design, in expectation over the noise.
double epoch_risk(const Point& at, Stream& random);

/// With a step for each half that is proportional to 1/scale².
double epoch_risk_with_matched_steps(const Point& at, Stream& random);

/// One run of that many steps with noise drawn, on a design of orthogonal columns of squared length
/// 256 · scale²; and its mean, Σ over the halves of (1 − q)² + q² with q = 1 − (1 − scale²/16)^t.
double epoch_risk_of_orthogonal_run(const Point& at, Stream& random);
double epoch_risk_law(const Point& at);

/// That run from the target itself rather than from 0.
double epoch_risk_from_the_target(const Point& at, Stream& random);

}  // namespace asymptest::double_descent
