#include "orbit_trials.hpp"

#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <cmath>
#include <numbers>

#include "asymptest/require/require.hpp"
#include "learning/geometry/nearest_neighbours.hpp"
#include "learning/geometry/torus.hpp"

namespace asymptest::scaling {
namespace {

using learning::uniform_torus_points;

double mean_distance_to(const Eigen::MatrixXd& points, Stream random) {
  const Eigen::MatrixXd fresh = uniform_torus_points(points.rows(), 256, random);
  return learning::mean_nearest_torus_distance(learning::NearestNeighbours(points), fresh);
}

/// x = r sin t.
double chance_of_translate_within(double r, double translates) {
  const auto of_angle = [=](double t) {
    const double height = r * std::cos(t);
    return height * -std::expm1(translates * std::log1p(-2 * height));
  };
  return 2 *
         boost::math::quadrature::gauss<double, 30>::integrate(of_angle, 0.0, std::numbers::pi / 2);
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

double distance_to_translates(const Point& at, Stream& random) {
  Stream draws = random.substream("samples"), steps = random.substream("steps");
  const Eigen::Index k = at.count("k");
  Eigen::MatrixXd points = uniform_torus_points(2, at.count("N"), draws).replicate(1, k);
  points.row(1) = uniform_torus_points(1, points.cols(), steps);
  return mean_distance_to(points, random.substream("fresh"));
}

double mean_distance_to_translates(double samples, double translates) {
  require(samples >= 1 && translates >= 1,
          "{} translates of {} samples, expected at least one of each", translates, samples);
  const auto tail = [=](double r) {
    return std::pow(1 - chance_of_translate_within(r, translates), samples);
  };
  constexpr unsigned deepest = 15;
  constexpr double relative_error = 1e-10, farthest = 0.5;
  return boost::math::quadrature::gauss_kronrod<double, 31>::integrate(tail, 0.0, farthest, deepest,
                                                                       relative_error);
}

}  // namespace asymptest::scaling
