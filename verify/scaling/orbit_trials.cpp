#include "orbit_trials.hpp"

#include <cmath>

#include "learning/geometry/nearest_neighbours.hpp"
#include "learning/geometry/torus.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;
using learning::uniform_torus_points;

/// N samples with k translates of each by at most `reach` along the axes from `first_axis` on.
Eigen::MatrixXd translates(Index count, Index copies, double reach, Index first_axis,
                           Stream& random) {
  const Eigen::MatrixXd samples = uniform_torus_points(2, count, random);
  Eigen::MatrixXd points(2, count * copies);
  for (Index i = 0; i < points.cols(); ++i) {
    points.col(i) = samples.col(i % count);
    for (Index axis = first_axis; axis < 2; ++axis) {
      const double moved = points(axis, i) + random.uniform(-reach, reach);
      points(axis, i) = moved - std::floor(moved);
    }
  }
  return points;
}

double mean_distance_to(const Eigen::MatrixXd& points, Stream random) {
  const Eigen::MatrixXd fresh = uniform_torus_points(points.rows(), 256, random);
  return learning::mean_nearest_torus_distance(learning::NearestNeighbours(points), fresh);
}

}  // namespace

double distance_to_translates(const Point& at, Stream& random) {
  Stream draws = random.substream("samples");
  return mean_distance_to(translates(at.count("N"), at.count("k"), 0.5, 1, draws),
                          random.substream("fresh"));
}

double distance_to_small_translates(const Point& at, Stream& random) {
  Stream draws = random.substream("samples");
  return mean_distance_to(translates(at.count("N"), at.count("k"), 0.001, 0, draws),
                          random.substream("fresh"));
}

double distance_to_orbits(const Point& at, Stream& random) {
  Stream draws = random.substream("samples");
  return mean_distance_to(uniform_torus_points(2, at.count("N"), draws).topRows(1),
                          random.substream("fresh"));
}

double distance_to_samples(const Point& at, Stream& random) {
  Stream draws = random.substream("samples");
  return mean_distance_to(uniform_torus_points(2, at.count("N"), draws), random.substream("fresh"));
}

}  // namespace asymptest::scaling
