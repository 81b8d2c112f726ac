#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::capacity {

// Linear functions ⟨w, x⟩ with |w| ≤ 1 on n samples of R^d.

/// An unbiased value of the Rademacher complexity, |Σ σ_i x_i|/n for one draw of the signs, on
/// samples of N(0, I) of a random subspace of dimension 5.
double complexity_on_subspace(const Point& at, Stream& random);

/// On samples of N(0, I) of R^d.
double complexity_on_isotropic_data(const Point& at, Stream& random);

/// sup (E f − mean f) = |mean of the x_i| on samples of the unit sphere over its bound that holds
/// with chance 1 − δ, 2/√n + √(2 ln(1/δ)/n) at δ = 0.01 (Bartlett, Mendelson 2002, Theorem 8, for
/// functions with values in [−1, 1]; 1/√n bounds the Rademacher complexity).
double deviation_over_bound(const Point& at, Stream& random);

/// n copies of one sample.
double deviation_of_copies_over_bound(const Point& at, Stream& random);

inline constexpr double chance_of_no_bound = 0.01;

}  // namespace asymptest::capacity
