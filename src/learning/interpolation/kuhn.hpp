#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace asymptest::learning {

/// Kuhn's triangulation of the unit cube (Kuhn 1960, "Some combinatorial lemmas in topology"): one
/// simplex per order of the coordinates. The point x lies in the simplex with the vertices
///
///     v₀ = 0,  v_k = v_{k−1} + e_{π(k)},  x_{π(1)} ≥ x_{π(2)} ≥ … ≥ x_{π(d)},
///
/// and its barycentric coordinates are the gaps λ₀ = 1 − x_{π(1)}, λ_k = x_{π(k)} − x_{π(k+1)},
/// λ_d = x_{π(d)}. The cells of a lattice, each cut in this way, make a triangulation of space.
/// Templates over the scalar, so that the proofs check this very code in exact rationals.

/// π: the coordinates' positions, largest coordinate first; equal ones in their own order.
template <class Scalar>
std::vector<std::size_t> kuhn_order(std::span<const Scalar> x) {
  std::vector<std::size_t> order(x.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [x](std::size_t a, std::size_t b) { return x[a] > x[b]; });
  return order;
}

/// λ₀ … λ_d from the d coordinates sorted in descending order.
template <class Scalar>
std::vector<Scalar> kuhn_weights(std::span<const Scalar> descending) {
  std::vector<Scalar> weights;
  weights.reserve(descending.size() + 1);
  Scalar above = 1;
  for (const Scalar& coordinate : descending) {
    weights.push_back(above - coordinate);
    above = coordinate;
  }
  weights.push_back(above);
  return weights;
}

}  // namespace asymptest::learning
