#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::robustness {

/// Lipschitz constant of McShane's interpolant of 16 labels ±1 on the first "D" coordinates of
/// x ~ N(0, I/8192), p = 16 D parameters.
double projected_lipschitz(const Point& at, Stream& random);

/// The same for data on the first 64 axes, D ≥ 64.
double projected_lipschitz_on_a_subspace(const Point& at, Stream& random);

}  // namespace asymptest::robustness
