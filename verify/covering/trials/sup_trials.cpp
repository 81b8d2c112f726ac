#include "sup_trials.hpp"

#include "learning/geometry/covering_radius.hpp"
#include "learning/geometry/torus.hpp"

namespace asymptest::covering {
namespace {

using Eigen::Index;
using learning::uniform_torus_points;

/// One uniform point in each of `count` cells of [0, length].
Eigen::MatrixXd points_of_cells(Index count, double length, Stream& random) {
  Eigen::MatrixXd points = uniform_torus_points(1, count, random);
  for (Index i = 0; i < count; ++i) points(0, i) += static_cast<double>(i);
  return length / static_cast<double>(count) * points;
}

}  // namespace

double circle_radius(const Point& at, Stream& random) {
  return learning::circle_covering_radius(uniform_torus_points(1, at.count("N"), random));
}

double circle_radius_of_cells(const Point& at, Stream& random) {
  return learning::circle_covering_radius(points_of_cells(at.count("N"), 1, random));
}

double circle_radius_of_cells_in_a_half(const Point& at, Stream& random) {
  return learning::circle_covering_radius(points_of_cells(at.count("N"), 0.5, random));
}

double circle_radius_of_uneven_points(const Point& at, Stream& random) {
  Eigen::MatrixXd points = uniform_torus_points(1, at.count("N"), random);
  for (double& x : points.row(0)) x = random.sign() > 0 ? x / 4 : (1 + 3 * x) / 4;
  return learning::circle_covering_radius(points);
}

double circle_radius_law(const Point& at) {
  double harmonic = 0;
  for (double k = at["N"]; k >= 1; --k) harmonic += 1 / k;
  return harmonic / (2 * at["N"]);
}

}  // namespace asymptest::covering
