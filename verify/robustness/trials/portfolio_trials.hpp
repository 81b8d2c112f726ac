#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::robustness {

// Lipschitz constants on R^d of models that fit n random labels ±1 at points x of the unit sphere
// of R^d: from below by ascent, from above by a certified product, or exactly.

enum class Side { below, above };

/// Σ w_k tanh⟨g_k, x⟩ with p fixed g ~ N(0, I) and the least ‖w‖ that fits the labels; from above,
/// the mean over 16 labellings.
Trial features_lipschitz(Side side);

/// The same with labels that are such a sum themselves, by least squares for n ≥ p: the sum is
/// found.
double clean_features_lipschitz(const Point& at, Stream& random);

/// The same fitted to the share √(256/d)/2 of random labels.
double shrinking_features_lipschitz(const Point& at, Stream& random);

/// The interpolant of least norm with k(x, z) = exp(−‖x − z‖²).
Trial machine_lipschitz(Side side);

/// The bound from above for the share √(64/d)/2 of the labels.
double shrinking_machine_lipschitz(const Point& at, Stream& random);

// Networks Σ a_k tanh⟨w_k, x⟩, all weights trained until the mean square error is 1/4 at most.

/// Exactly, for 8 units and d samples, d ≥ 8.
double network_lipschitz(const Point& at, Stream& random);

/// Exactly, for 3 units trained from near it to find the target Σ tanh(x_k)/√3 over the first three
/// coordinates, of constant 1, on 4(d + 1) samples, more than there are weights.
double clean_network_lipschitz(const Point& at, Stream& random);

}  // namespace asymptest::robustness
