#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::double_descent {

// Eight networks of m hidden units on the same 8 samples with the same normal labels, from
// independent initial weights, 32 steps of gradient descent each. Each starts from the function 0:
// its initial function is taken off. Spread is the unbiased variance over the eight.

/// How the output layer is scaled: by 1/√m, or by 1/m with the same step.
enum class SpreadNetwork { wide, mean_field };

/// Spread of the outputs, averaged over 16 fresh points.
Trial spread_of_outputs(SpreadNetwork kind);

/// Spread of the mean squared output there, the loss on labels 0.
Trial spread_of_losses(SpreadNetwork kind);

}  // namespace asymptest::double_descent
