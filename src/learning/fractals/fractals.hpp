#pragma once

#include <Eigen/Core>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// Digits of an address that a double resolves: below 2^-53 the Sierpinski gasket's copies are
/// rounding.
inline constexpr int gasket_full_depth = 53;

/// `count` independent points of the Sierpinski gasket with unit side, by its own self-similar
/// measure: 2 × count, in the plane.
///
/// A point is Σ_k corner(a_k) 2^−k with independent digits a_k uniform on the three corners: no
/// chaos game, so that points are independent. After `depth` digits the rest of the address is
/// replaced by a uniform point of the triangle: with depth 53 that is rounding; a smaller depth
/// gives the prefractal, a union of 3^depth filled triangles, 2-dimensional at small scales.
///
/// The Hausdorff dimension of the gasket is log 3 / log 2 = 1.585 and the measure is Ahlfors
/// regular (Falconer 2014, "Fractal Geometry", theorem 9.3).
/// Throws std::invalid_argument unless count ≥ 1 and 0 ≤ depth ≤ 53.
Eigen::MatrixXd sierpinski_gasket_points(Eigen::Index count, Stream& random,
                                         int depth = gasket_full_depth);

/// `count` independent points of the middle-thirds Cantor set by its uniform measure: 1 × count.
/// Σ_k 2 a_k 3^−k with 33 independent binary digits, which is all that a double resolves.
/// Dimension log 2 / log 3 = 0.631. Throws std::invalid_argument unless count ≥ 1.
Eigen::MatrixXd cantor_set_points(Eigen::Index count, Stream& random);

}  // namespace asymptest::learning
