#include "orbit_trials.hpp"

#include "learning/geometry/nearest_neighbours.hpp"
#include "learning/geometry/torus.hpp"

namespace asymptest::scaling {
namespace {

using learning::uniform_torus_points;

double mean_distance_to(const Eigen::MatrixXd& points, Stream random) {
  const Eigen::MatrixXd fresh = uniform_torus_points(points.rows(), 256, random);
  return learning::mean_nearest_torus_distance(learning::NearestNeighbours(points), fresh);
}

}  // namespace

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
