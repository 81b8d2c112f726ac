#include "isoperimetry_trials.hpp"

#include <cmath>

#include "learning/smoothness/adversarial_variance.hpp"

namespace asymptest::robustness {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr Index points_each = 256, directions_each = 32;

MatrixXd on_sphere(Index dimension, Index count, Stream& random) {
  MatrixXd points(dimension, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points.colwise().normalized();
}

MatrixXd in_gaussian(Index dimension, Index count, Stream& random) {
  MatrixXd points(dimension, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points / std::sqrt(static_cast<double>(dimension));
}

MatrixXd in_cube(Index dimension, Index count, Stream& random) {
  MatrixXd points(dimension, count);
  random.fill_uniform({points.data(), static_cast<std::size_t>(points.size())});
  return std::sqrt(12 / static_cast<double>(dimension)) * (points.array() - 0.5).matrix();
}

/// ±e₁/√2 and a Gaussian of squared length 1/2 around it.
MatrixXd in_clusters(Index dimension, Index count, Stream& random) {
  MatrixXd points = std::sqrt(0.5) * in_gaussian(dimension, count, random);
  for (double& first : points.row(0)) first += std::sqrt(0.5) * random.sign();
  return points;
}

MatrixXd on_line(Index dimension, Index count, Stream& random) {
  MatrixXd points = MatrixXd::Zero(dimension, count);
  for (double& first : points.row(0)) first = random.normal();
  return points;
}

/// Squared lengths 1/4 and 7/4.
MatrixXd on_shells(Index dimension, Index count, Stream& random) {
  MatrixXd points = on_sphere(dimension, count, random);
  for (Index i = 0; i < count; ++i) points.col(i) *= std::sqrt(random.sign() > 0 ? 0.25 : 1.75);
  return points;
}

MatrixXd draw(IsoperimetryLaw law, Index dimension, Stream random) {
  switch (law) {
    case IsoperimetryLaw::sphere:
      return on_sphere(dimension, points_each, random);
    case IsoperimetryLaw::gaussian:
      return in_gaussian(dimension, points_each, random);
    case IsoperimetryLaw::cube:
      return in_cube(dimension, points_each, random);
    case IsoperimetryLaw::large_sphere:
      return std::sqrt(static_cast<double>(dimension)) * on_sphere(dimension, points_each, random);
    case IsoperimetryLaw::clusters:
      return in_clusters(dimension, points_each, random);
    case IsoperimetryLaw::line:
      return on_line(dimension, points_each, random);
    case IsoperimetryLaw::shells:
      break;
  }
  return on_shells(dimension, points_each, random);
}

}  // namespace

Trial largest_variance(IsoperimetryLaw law) {
  return [law](const Point& at, Stream& random) {
    const Index d = at.count("d");
    return learning::adversarial_variance(draw(law, d, random.substream("known")),
                                          draw(law, d, random.substream("fresh")));
  };
}

Trial generic_variance(IsoperimetryLaw law) {
  return [law](const Point& at, Stream& random) {
    const Index d = at.count("d");
    Stream choice = random.substream("directions");
    const MatrixXd directions = on_sphere(d, directions_each, choice);
    const MatrixXd values = draw(law, d, random.substream("fresh")).transpose() * directions;
    double sum = 0;
    for (Index i = 0; i < directions_each; ++i) sum += learning::sample_variance(values.col(i));
    return sum / static_cast<double>(directions_each);
  };
}

}  // namespace asymptest::robustness
