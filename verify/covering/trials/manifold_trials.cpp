#include "manifold_trials.hpp"

#include <cmath>
#include <numbers>

#include "learning/geometry/torus.hpp"
#include "learning/smoothness/adversarial_variance.hpp"

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

/// The frequencies with entries −1, 0, 1, one of each pair ±k, a column each.
MatrixXd low_frequencies(Index dimension) {
  const auto all = static_cast<Index>(std::lround(std::pow(3, dimension)));
  MatrixXd frequencies(dimension, all / 2);
  for (Index i = 0; i < all / 2; ++i) {  // the middle one of all is 0
    Index rest = i;
    for (double& k : frequencies.col(i)) {
      k = static_cast<double>(rest % 3 - 1);
      rest /= 3;
    }
  }
  return frequencies;
}

MatrixXd normal_matrix(Index rows, Index columns, Stream& random) {
  MatrixXd matrix(rows, columns);
  random.fill_normal({matrix.data(), static_cast<std::size_t>(matrix.size())});
  return matrix;
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
    const MatrixXd frequencies = low_frequencies(dimension);
    const MatrixXd cosines = normal_matrix(ambient_dimension, frequencies.cols(), shapes);
    const MatrixXd sines = normal_matrix(ambient_dimension, frequencies.cols(), shapes);
    const auto points = [&](Index count, Stream draws) -> MatrixXd {
      const MatrixXd turns =
          frequencies.transpose() * uniform_torus_points(dimension, count, draws);
      const Eigen::ArrayXXd angles = 2 * std::numbers::pi * turns.array();
      return cosines * angles.cos().matrix() + sines * angles.sin().matrix() +
             noise * normal_matrix(ambient_dimension, count, draws);
    };
    return learning::distances_to_set(points(at.count("N"), random.substream("samples")),
                                      points(256, random.substream("fresh points")))
        .mean();
  };
}

}  // namespace asymptest::covering
