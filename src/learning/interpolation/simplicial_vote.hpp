#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

// The plug-in classifier of simplicial interpolation, [Σ λ_i y_i > 1/2], where the d + 1 vertices
// of the query's simplex carry independent labels: the Bayes label 0 with chance 1 − q and the
// wrong label 1 with chance q < 1/2. Belkin, Hsu, Mitra 2018, arXiv:1806.05161, section 3.

/// The barycentric weights of a uniform point of a d-dimensional Kuhn cell.
/// Throws std::invalid_argument unless d ≥ 1.
std::vector<double> uniform_kuhn_weights(std::int64_t dimension, Stream& random);

/// Whether the labels of chance q, drawn at the vertices, outvote the Bayes label: Σ λ_i y_i > 1/2.
bool wrong_plug_in(std::span<const double> weights, double q, Stream& random);

/// The chance of that at a uniform point of a simplex. Given s wrong labels, Σ λ_i y_i has the law
/// Beta(s, d + 1 − s), so
///
///     P(wrong) = P(Bin(d, 1/2) < Bin(d + 1, q)).
///
/// Throws std::invalid_argument unless d ≥ 1 and 0 ≤ q ≤ 1.
double chance_of_wrong_plug_in(std::int64_t dimension, double q);

/// The excess risk (1 − 2q) P(wrong). At q = 1/2 − c/√d it is 2c Φ(−√2 c)/√d (1 + O(1/d)); at a
/// fixed q it falls as ((1 + 2√(q(1−q)))/2)^d/√d.
double plug_in_excess_law(std::int64_t dimension, double q);

/// The c at which 2c Φ(−√2 c) is largest: the law of labels that is worst for high dimension.
/// There √2 c = 0.7518 solves Φ(−t) = t φ(t), and the largest value is 0.24037.
inline constexpr double worst_margin_times_root_d = 0.531597;

}  // namespace asymptest::learning
