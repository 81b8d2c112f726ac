#include "torus_sup_trials.hpp"

#include <cmath>

#include "learning/geometry/covering.hpp"
#include "learning/geometry/torus.hpp"
#include "learning/geometry/torus_covering_radius.hpp"

namespace asymptest::covering {
namespace {

using Eigen::Index;
using learning::uniform_torus_points;

constexpr Index cloud_points = 2048;

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

double torus_radius(const Point& at, Stream& random) {
  return radius_in_torus(uniform_torus_points(2, at.count("N"), random));
}

double torus_radius_of_copies(const Point& at, Stream& random) {
  // A copy covers nothing that its original does not.
  return radius_in_torus(uniform_torus_points(2, std::lround(std::sqrt(at["N"])), random));
}

double share_of_design(const Point& at, Stream& random) {
  const Eigen::MatrixXd cloud = uniform_torus_points(2, cloud_points, random);
  return largest_distance(cloud, cloud, at.count("N")) * std::sqrt(at["N"] / 2);
}

double share_of_design_in_a_corner(const Point& at, Stream& random) {
  const Eigen::MatrixXd cloud = uniform_torus_points(2, cloud_points, random);
  const Eigen::MatrixXd corner = 0.1 * uniform_torus_points(2, cloud_points, random);
  return largest_distance(cloud, corner, at.count("N")) * std::sqrt(at["N"] / 2);
}

double share_of_independent_points(const Point& at, Stream& random) {
  return torus_radius(at, random) * std::sqrt(at["N"] / 2);
}

}  // namespace asymptest::covering
