#pragma once

#include <cstdint>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// A point of R^d on the unit lattice: its cell's lowest vertex and its offset in [0, 1)^d.
struct LatticePoint {
  std::vector<std::int64_t> cell;
  std::vector<double> offset;
};

/// A uniform point of a large cube of the lattice: cells from 0 to 2^20, offsets uniform.
/// Throws std::invalid_argument unless dimension is at least 1.
LatticePoint uniform_lattice_point(std::int64_t dimension, Stream& random);

/// Label noise at the vertices of Z^d, one number a vertex, for as many vertices as there are:
/// nothing is stored, the number is hashed from the key and the vertex. The hash is a sum over the
/// coordinates, so that a step along one axis updates it in O(1).
class LatticeNoise {
 public:
  enum class Law { normal, cauchy };  ///< standard; the Cauchy law has no mean

  /// Draws its key: noises of two draws are independent.
  explicit LatticeNoise(Stream& random, Law law = Law::normal);

  [[nodiscard]] double at(const std::vector<std::int64_t>& vertex) const;

  /// The noise's hash at a vertex, before the last mixing; and its change for a step of +1 along
  /// an axis on which the vertex has the coordinate `from`.
  [[nodiscard]] std::uint64_t hash(const std::vector<std::int64_t>& vertex) const;
  [[nodiscard]] std::uint64_t step(std::size_t axis, std::int64_t from) const;
  [[nodiscard]] double value(std::uint64_t hash) const;

 private:
  std::uint64_t key_;
  Law law_;
};

/// Σ_k λ_k ε(v_k): what the noise adds to the simplicial interpolant (Kuhn's triangulation of the
/// lattice) at a point. The labels are f*(v) + ε(v), and the interpolant is linear in them.
double simplicial_noise(const LatticePoint& at, const LatticeNoise& noise);

/// ε at the nearest vertex: what the noise adds to the nearest-neighbour rule.
double nearest_vertex_noise(const LatticePoint& at, const LatticeNoise& noise);

/// Σ_k λ_k²: the expectation of `simplicial_noise` squared over independent noise of unit variance,
/// given the point. Its own expectation over a uniform point is 2/(d + 2), because the weights are
/// Dirichlet(1, …, 1).
double simplicial_noise_variance(const std::vector<double>& offset);

/// The mean of that over `points` uniform points of a d-dimensional cell.
double mean_simplicial_noise_variance(std::int64_t dimension, std::int64_t points, Stream& random);

/// Σ_k λ_k |v_k|²/2 − |x|²/2: how far the simplicial interpolant of the target |x|²/2 lies above
/// it, on cells of side 1. Equals Σ_i x_i (1 − x_i)/2, of mean d/12.
double simplicial_curvature_bias(const std::vector<double>& offset);

}  // namespace asymptest::learning
