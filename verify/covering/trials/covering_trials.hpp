#pragma once

#include "asymptest/claim/claim.hpp"
#include "learning/geometry/covering.hpp"

namespace asymptest::covering {

/// The trial "mean distance of `fresh_points` points of the law `fresh` to the nearest of N points
/// of the law `samples`".
Trial distance_to(learning::PointLaw samples, learning::PointLaw fresh,
                  learning::Metric metric = learning::Metric::flat_torus,
                  Eigen::Index fresh_points = 512);

/// The same with samples and fresh points of one law.
Trial distance_within(const learning::PointLaw& law,
                      learning::Metric metric = learning::Metric::flat_torus,
                      Eigen::Index fresh_points = 512);

/// N uniform points of the torus, of which only √N differ: each comes √N times.
learning::PointLaw duplicated_torus_law(Eigen::Index dimension);

/// The sizes N for that: whole squares, from 64² to 1024².
Sweep square_sizes();

}  // namespace asymptest::covering
