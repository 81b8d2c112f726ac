#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::scaling {

// The exponent a of a learner's squared error, between N/8 and N samples of a set in R^D, times the
// dimension that maximum likelihood with k = 10 finds at 1024 of them: a·d̂/order, which is 1 where
// d̂ predicts N^(−order/d̂). The target is a wave in a normal direction of R^D, averaged over its
// phase; the error is that at 256 fresh points.

enum class Learner { nearest, linear };

/// What a control changes.
struct Loop {
  Learner learner = Learner::nearest;
  double order = 2;        ///< 4 for a learner that is piecewise linear
  double point_noise = 0;  ///< standard deviation an axis; the labels are those of the clean points
  double label_noise = 0;  ///< variance
  bool ambient = false;    ///< D for d̂
};

/// Uniform points of the sphere S^d in R^(d + 1), d an axis of the sweep. The linear learner is
/// that of the Delaunay triangulation of the sphere, the hull of its points.
Trial exponent_times_dimension_on_sphere(Loop loop);

/// Points of a random smooth manifold in R^30 (`SmoothManifold`), of frequencies up to `largest`;
/// the nearest sample's label.
Trial exponent_times_dimension_on_manifold(int dimension, int largest, Loop loop);

}  // namespace asymptest::scaling
