#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/neighbours/half_samples.hpp"
#include "learning/neighbours/parallel_tasks.hpp"

namespace asymptest::learning {

/// A number with its 95 % interval.
struct CoveringValue {
  double value = 0, lower = 0, upper = 0;
};

/// How well N points cover the rest of the data.
struct CoveringCurve {
  std::vector<Eigen::Index> samples;     ///< N, doubling
  std::vector<CoveringValue> distances;  ///< mean distance of a held-out point to the nearest of N
  CoveringValue exponent;                ///< slope of log distance over log N: −1/d
  Eigen::Index held_out = 0;             ///< points that the mean is over
};

/// Holds back a quarter of the points, 1000 at most, and measures how far on average the nearest of
/// N of the others is, for N up to all of them, halved down to 16; then fits a power law by least
/// squares of the logarithms. On a d-dimensional set the slope tends to −1/d.
///
/// The intervals come from half-samples (`HalfSamples`), on which N is halved too. `points` is D ×
/// N, a point a column, finite and distinct. Throws std::invalid_argument for fewer than 256
/// points.
CoveringCurve covering_curve(const Eigen::Ref<const Eigen::MatrixXd>& points,
                             int threads = processor_count());

}  // namespace asymptest::learning
