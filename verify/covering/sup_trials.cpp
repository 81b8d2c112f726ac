#include "sup_trials.hpp"

#include <cmath>

#include "learning/geometry/covering.hpp"
#include "learning/geometry/covering_radius.hpp"
#include "learning/geometry/torus.hpp"

namespace asymptest::covering {
namespace {

using Eigen::Index;
using learning::uniform_torus_points;

constexpr Index cloud_points = 16384;

/// One uniform point in each of `count` cells of [0, length].
Eigen::MatrixXd points_of_cells(Index count, double length, Stream& random) {
  Eigen::MatrixXd points = uniform_torus_points(1, count, random);
  for (Index i = 0; i < count; ++i) points(0, i) += static_cast<double>(i);
  return length / static_cast<double>(count) * points;
}

double radius_in_torus(const Eigen::MatrixXd& points) {
  const learning::RadiusBracket radius = learning::torus_covering_radius(points, 1e-3);
  return 0.5 * (radius.lower + radius.upper);
}

/// Largest distance of a point of the cloud to the nearest of N that are chosen among `choice`.
double largest_distance(const Eigen::MatrixXd& cloud, const Eigen::MatrixXd& choice, Index count) {
  const Eigen::MatrixXd chosen = learning::farthest_first(choice, count);
  Eigen::ArrayXd squares = Eigen::ArrayXd::Constant(cloud.cols(), 1);  // at most 1/2 on the torus
  for (Index i = 0; i < count; ++i) {
    Eigen::ArrayXd square = Eigen::ArrayXd::Zero(cloud.cols());
    for (Index axis = 0; axis < 2; ++axis) {
      const Eigen::ArrayXd step = (cloud.row(axis).array() - chosen(axis, i)).abs().transpose();
      square += step.min(1 - step).square();
    }
    squares = squares.min(square);
  }
  return std::sqrt(squares.maxCoeff());
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

double torus_radius(const Point& at, Stream& random) {
  return radius_in_torus(uniform_torus_points(2, at.count("N"), random));
}

double torus_radius_of_copies(const Point& at, Stream& random) {
  // A copy covers nothing that its original does not.
  return radius_in_torus(uniform_torus_points(2, std::lround(std::sqrt(at["N"])), random));
}

double radius_of_design(const Point& at, Stream& random) {
  const Eigen::MatrixXd cloud = uniform_torus_points(2, cloud_points, random);
  return largest_distance(cloud, cloud, at.count("N"));
}

double radius_of_design_on_a_curve(const Point& at, Stream& random) {
  const Eigen::MatrixXd cloud = learning::sheet_law(2)(cloud_points, random);
  return largest_distance(cloud, cloud, at.count("N"));
}

double radius_of_design_in_a_corner(const Point& at, Stream& random) {
  const Eigen::MatrixXd cloud = uniform_torus_points(2, cloud_points, random);
  return largest_distance(cloud, 0.1 * uniform_torus_points(2, cloud_points / 4, random),
                          at.count("N"));
}

double circle_radius_law(const Point& at) {
  double harmonic = 0;
  for (double k = at["N"]; k >= 1; --k) harmonic += 1 / k;
  return harmonic / (2 * at["N"]);
}

}  // namespace asymptest::covering
