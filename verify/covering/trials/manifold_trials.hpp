#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::covering {

/// Mean distance of 64 fresh points of the d-torus ("d" of the sweep) to the nearest of N, by a
/// scan; of the d-cube; and to N samples of which every second repeats the one before.
double scanned_torus_distance(const Point& at, Stream& random);
double scanned_cube_distance(const Point& at, Stream& random);
double scanned_torus_distance_in_pairs(const Point& at, Stream& random);

/// Mean distance of 256 fresh points to the nearest of N samples of a random smooth closed manifold
/// of the given dimension in R^30: x ↦ Σ_k a_k cos 2π⟨k, x⟩ + b_k sin 2π⟨k, x⟩ over the frequencies
/// k with entries 0 and ±1, random a_k and b_k in R^30. With `noise` a normal vector of that
/// standard deviation an axis is added to every point.
Trial distance_on_manifold(int dimension, double noise);

}  // namespace asymptest::covering
