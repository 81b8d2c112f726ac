#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::kernel_machines {

// Squared norms of the interpolant with the Laplace kernel exp(−‖x − z‖/4) of n labels at spread
// samples, one in the lower half of each cell of a grid with n cells: on the segment, and on the
// torus of the plane and of space, as circles of radius 1 in R^2d.

/// Of f + noise of variance 1, f = Σ a_k cos 2π(x_k + phase_k) over the d coordinates with a_k
/// uniform on (0.9, 1.1); averaged over the noise and f.
Trial norm_of_noisy_labels(int dimension);

/// Of f alone, drawn.
Trial norm_of_clean_labels(int dimension);

/// √(‖f‖²/n) of drawn labels: the sign of cos 2πx_1, with chance 0.2 a fair coin.
Trial complexity_of_noisy_signs(int dimension);

/// And of the smooth labels cos 2πx_1.
Trial complexity_of_clean_labels(int dimension);

}  // namespace asymptest::kernel_machines
