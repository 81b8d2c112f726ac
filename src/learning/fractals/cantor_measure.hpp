#pragma once

#include <cstdint>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// A point of the middle-thirds Cantor set by its address, the first of 64 binary digits highest:
/// x = Σ 2 a_k 3^−k. The order of the addresses is that of the points.
using CantorAddress = std::uint64_t;

/// `count` independent points of the Bernoulli measure on the Cantor set, whose digits are
/// independent and 1 with chance `right`. The measure of a copy at level k is a product of k
/// factors `right` or 1 − `right`; only at 1/2 is it Ahlfors regular.
/// Throws std::invalid_argument unless 0 < right < 1.
std::vector<CantorAddress> cantor_addresses(std::int64_t count, double right, Stream& random);

/// |x − y|, to a relative 1e-15 however near the points are.
double cantor_distance(CantorAddress one, CantorAddress other);

/// Distance to the nearest of the sorted points. Throws std::invalid_argument if there is none.
double nearest_cantor_distance(const std::vector<CantorAddress>& sorted, CantorAddress from);

/// The point of an address, rounded to a double.
double cantor_point(CantorAddress address);

/// ∫ min_i |x − xᵢ| dμ(x), μ the Bernoulli measure above: the mean distance of a fresh point to the
/// nearest of the points, without drawing one, in O(n) evaluations of ∫₀ᵗ dμ and ∫₀ᵗ x dμ. The
/// points are sorted and in [0, 1]. Relative error about 1e-14/δ.
/// Throws std::invalid_argument if there is no point or unless 0 < right < 1.
double mean_nearest_cantor_distance(const std::vector<double>& sorted, double right);

/// β of E δ_N ≍ N^−β, δ_N the distance of a fresh point to the nearest of N: the root of
/// p^(1−β) + (1−p)^(1−β) = 3. A copy of measure p is the whole, three times smaller, with p N
/// samples, so F(N) = Σ pᵢ F(pᵢ N)/3. log 3/log 2 for p = 1/2, less otherwise.
double mean_distance_exponent(double right);

/// The exponent of exp(E log δ_N), log 3/H(p) with H the entropy in nats: that of the distance at a
/// typical point, where the measure of a ball of radius r is r^(H/log 3) (Falconer 2014, "Fractal
/// Geometry", proposition 10.4).
double typical_distance_exponent(double right);

/// The q in (0, 1) with q + q^k = 1, for k ≥ 1: Bernoulli measures of weights q and q^k have laws
/// that are periodic in log N with period log(1/q).
double weight_with_power(int power);

}  // namespace asymptest::learning
