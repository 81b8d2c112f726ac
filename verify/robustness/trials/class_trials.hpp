#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::robustness {

// The largest correlation (1/n) Σ zᵢ f(xᵢ) over the 2^p functions f(x) = Σ ±xⱼ/√p of the first p
// coordinates, each 1-Lipschitz, for x on the unit sphere of R^d: Σⱼ |Σᵢ zᵢ xᵢⱼ|/(n √p).

/// z = ±1 at random.
double correlation_with_noise(const Point& at, Stream& random);

/// Data on the sphere of the first 64 axes.
double correlation_on_a_subspace(const Point& at, Stream& random);

/// z the sign of a function of the class.
double correlation_with_signs_of_the_class(const Point& at, Stream& random);

/// z = ±1 at random, and one function of the class in place of all; averaged over 64 labellings.
double correlation_of_one_function(const Point& at, Stream& random);

}  // namespace asymptest::robustness
