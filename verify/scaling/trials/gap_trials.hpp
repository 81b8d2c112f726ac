#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

// Generalisation gaps on the flat torus.

/// |g(x) − f(x)| at 64 fresh points x for a target f of Lipschitz constant 2π and the nearest
/// sample's label g(x) = f(x') + `slope` ‖x − x'‖, which interpolates. Both have training loss 0.
struct ConeLearner {
  int dimension = 1;
  double slope = 1;  ///< of the learner on its way from a sample
  double noise = 0;  ///< standard deviation of the labels' noise
};

/// Mean loss at fresh points.
Trial mean_gap(ConeLearner learner);

/// Largest ratio over fresh points of the loss to L δ(x), δ the distance to the nearest sample, L
/// the loss's Lipschitz constant on the way there: 2π + slope, or that of the target alone, 2π.
Trial largest_share_of_bound(ConeLearner learner, bool target_alone);

}  // namespace asymptest::scaling
