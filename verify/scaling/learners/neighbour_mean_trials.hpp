#pragma once

#include <cstdint>
#include <functional>

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

// Risk of the mean label of the k nearest of N independent samples of the d-torus, at 16 fresh
// points. The labels have noise of variance 1, whose mean is taken in closed form, 1/k.

/// k at N samples.
using NeighbourCount = std::function<std::int64_t(std::int64_t samples)>;

/// N^(4/(d + 4)), to the nearest whole number.
NeighbourCount balanced_neighbours(int dimension);

/// Of a target that is a cosine along each axis: its mean over their phases is taken in closed
/// form.
Trial neighbour_mean_risk(int dimension, NeighbourCount neighbours);

/// Of a target of ±1 with two jumps, the sign of a cosine along the first axis. The fresh points
/// are spread evenly about the jumps.
Trial neighbour_mean_risk_of_a_step(int dimension, NeighbourCount neighbours);

}  // namespace asymptest::scaling
