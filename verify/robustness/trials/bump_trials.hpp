#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::robustness {

// Bumps on n points of the unit sphere of R^d, of half the least separation as their radius.

/// Largest |f(xᵢ) − yᵢ|; and with bumps of twice the mean distance, which reach other samples.
double bump_interpolation_error(const Point& at, Stream& random);
double wide_bump_interpolation_error(const Point& at, Stream& random);

/// Lipschitz constant of the interpolant.
double bump_lipschitz(const Point& at, Stream& random);

/// The same for n equidistant points of the circle.
double bump_lipschitz_on_circle(const Point& at, Stream& random);

/// Root of the mean squared Lipschitz constant, over labels, of the min-norm linear interpolant on
/// 2n fixed coordinates of d.
double fixed_features_lipschitz(const Point& at, Stream& random);

}  // namespace asymptest::robustness
