#include "noise_trials.hpp"

#include <cmath>

#include "learning/geometry/torus.hpp"
#include "learning/smoothness/lipschitz.hpp"

namespace asymptest::robustness {
namespace {

using Eigen::Index;

double lipschitz_of_noise(const Eigen::MatrixXd& points, Stream random) {
  Eigen::VectorXd labels(points.cols());
  for (double& label : labels) label = random.sign();
  labels(0) = -labels(1);  // never all alike, which a constant would interpolate
  return learning::least_lipschitz_constant(points, labels);
}

/// One point for each of side^d = n cells, uniform in the middle tenth of it along each axis.
Eigen::MatrixXd points_in_cells(Index dimension, Index count, Stream& random) {
  const auto side = static_cast<Index>(
      std::lround(std::pow(static_cast<double>(count), 1 / static_cast<double>(dimension))));
  Eigen::MatrixXd points = learning::uniform_torus_points(dimension, count, random);
  for (Index i = 0; i < count; ++i) {
    Index rest = i;
    for (double& x : points.col(i)) {
      x = (static_cast<double>(rest % side) + 0.45 + x / 10) / static_cast<double>(side);
      rest /= side;
    }
  }
  return points;
}

}  // namespace

Trial least_lipschitz_of_noise(int dimension) {
  return [dimension](const Point& at, Stream& random) {
    Stream points = random.substream("points");
    return lipschitz_of_noise(learning::uniform_torus_points(dimension, at.count("n"), points),
                              random.substream("labels"));
  };
}

Trial least_lipschitz_of_noise_in_cells(int dimension) {
  return [dimension](const Point& at, Stream& random) {
    Stream points = random.substream("points");
    return lipschitz_of_noise(points_in_cells(dimension, at.count("n"), points),
                              random.substream("labels"));
  };
}

Trial least_lipschitz_of_a_line(int dimension) {
  return [dimension](const Point& at, Stream& random) {
    const Eigen::MatrixXd points = learning::uniform_torus_points(dimension, at.count("n"), random);
    return learning::least_lipschitz_constant(points, points.row(0).transpose());
  };
}

}  // namespace asymptest::robustness
