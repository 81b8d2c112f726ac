#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::robustness {

/// Least Lipschitz constant of any function that takes n random labels ±1 at n independent uniform
/// points of the cube [0, 1]^dimension; at one point in the middle tenth of each of n equal cells;
/// and for the labels x₁ at independent points.
Trial least_lipschitz_of_noise(int dimension);
Trial least_lipschitz_of_noise_in_cells(int dimension);
Trial least_lipschitz_of_a_line(int dimension);

}  // namespace asymptest::robustness
