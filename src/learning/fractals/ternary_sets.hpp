#pragma once

#include <Eigen/Core>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// A set of the unit cube that is made of copies of itself, a third of its size each: the cube's
/// 3^D subcubes that are kept, D × K, a column of digits 0, 1, 2 each. Its dimension is log K/log 3
/// and its even measure is Ahlfors regular (Falconer 2014, "Fractal Geometry", theorem 9.3).
using KeptCubes = Eigen::MatrixXi;

KeptCubes cantor_dust();        ///< the 4 corners of the square: dimension 1.262
KeptCubes sierpinski_carpet();  ///< all 8 but the middle: 1.893
KeptCubes menger_sponge();      ///< the 20 of the cube with one middle digit at most: 2.727
/// All 3^D, the whole cube. Throws std::invalid_argument unless 1 ≤ D ≤ 8.
KeptCubes whole_cube(int dimension);

/// `count` independent points by the even measure, D × count: Σ_k digits_k 3^−k with independent
/// uniform columns of digits, 33 of them, which is all that a double resolves.
/// Throws std::invalid_argument unless count ≥ 1 and a cube is kept.
Eigen::MatrixXd ternary_points(const KeptCubes& kept, Eigen::Index count, Stream& random);

/// The share of the sides of small copies that border on another copy, where all sides of the set
/// have as many copies. A cube with v free sides has v K' + h among its K copies, K' the copies at
/// a side and h their free sides within; so v/K^j tends to h/(K − K') and the share to 1 − that/2D:
/// 4/5 for the carpet, 2/3 for the sponge, 0 for the dust, 1 for a whole cube.
/// Throws std::invalid_argument if no cube is kept.
double share_of_touching_sides(const KeptCubes& kept);

}  // namespace asymptest::learning
