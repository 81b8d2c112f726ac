#include "manifold_trials.hpp"

#include <cmath>

#include "learning/geometry/torus.hpp"
#include "learning/smoothness/adversarial_variance.hpp"
#include "verify/shared/smooth_manifold.hpp"

namespace asymptest::covering {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using learning::uniform_torus_points;

constexpr Index scanned_points = 64;
constexpr Index ambient_dimension = 30;

double scan(const MatrixXd& samples, const MatrixXd& fresh, bool around) {
  double sum = 0;
  for (Index i = 0; i < fresh.cols(); ++i) {
    Eigen::ArrayXXd steps = (samples.colwise() - fresh.col(i)).array().abs();
    if (around) steps = steps.min(1 - steps);
    sum += std::sqrt(steps.square().colwise().sum().minCoeff());
  }
  return sum / static_cast<double>(fresh.cols());
}

double scanned_distance(Index different, bool around, const Point& at, const Stream& random) {
  Stream samples = random.substream("samples"), fresh = random.substream("fresh points");
  const Index d = at.count("d");
  return scan(uniform_torus_points(d, different, samples),
              uniform_torus_points(d, scanned_points, fresh), around);
}

}  // namespace

double scanned_torus_distance(const Point& at, Stream& random) {
  return scanned_distance(at.count("N"), true, at, random);
}

double scanned_cube_distance(const Point& at, Stream& random) {
  return scanned_distance(at.count("N"), false, at, random);
}

double scanned_torus_distance_in_pairs(const Point& at, Stream& random) {
  // A copy covers nothing that its original does not.
  return scanned_distance(at.count("N") / 2, true, at, random);
}

Trial distance_on_manifold(int dimension, double noise) {
  return [=](const Point& at, Stream& random) {
    Stream shapes = random.substream("shape");
    const SmoothManifold manifold(dimension, ambient_dimension, 1, shapes);
    const auto points = [&](Index count, Stream draws) -> MatrixXd {
      const MatrixXd clean = manifold.points(count, draws);
      return clean + noise * normal_matrix(ambient_dimension, count, draws);
    };
    return learning::distances_to_set(points(at.count("N"), random.substream("samples")),
                                      points(256, random.substream("fresh points")))
        .mean();
  };
}

}  // namespace asymptest::covering
