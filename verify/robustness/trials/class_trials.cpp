#include "class_trials.hpp"

#include <Eigen/Core>
#include <cmath>

namespace asymptest::robustness {
namespace {

using Eigen::Index;

/// n points of the unit sphere of the first `used` of d axes, a point a column.
Eigen::MatrixXd sphere_points(Index used, const Point& at, Stream random) {
  Eigen::MatrixXd inner(used, at.count("n"));
  random.fill_normal({inner.data(), static_cast<std::size_t>(inner.size())});
  Eigen::MatrixXd points = Eigen::MatrixXd::Zero(at.count("d"), at.count("n"));
  points.topRows(used) = inner.colwise().normalized();
  return points;
}

Eigen::VectorXd random_signs(Index count, Stream random) {
  Eigen::VectorXd signs(count);
  for (double& sign : signs) sign = random.sign();
  return signs;
}

double largest_correlation(const Eigen::MatrixXd& points, const Eigen::VectorXd& labels,
                           const Point& at) {
  return (points.topRows(at.count("p")) * labels).lpNorm<1>() / (at["n"] * std::sqrt(at["p"]));
}

double with_noise(Index used, const Point& at, const Stream& random) {
  return largest_correlation(sphere_points(used, at, random.substream("points")),
                             random_signs(at.count("n"), random.substream("labels")), at);
}

}  // namespace

double correlation_with_noise(const Point& at, Stream& random) {
  return with_noise(at.count("d"), at, random);
}

double correlation_on_a_subspace(const Point& at, Stream& random) {
  return with_noise(64, at, random);
}

double correlation_with_signs_of_the_class(const Point& at, Stream& random) {
  const Eigen::MatrixXd points = sphere_points(at.count("d"), at, random.substream("points"));
  const Eigen::VectorXd teacher = points.topRows(at.count("p")).colwise().sum().transpose();
  return largest_correlation(points, teacher.cwiseSign(), at);
}

double correlation_of_one_function(const Point& at, Stream& random) {
  constexpr Index labellings = 64;
  const Index n = at.count("n");
  const Eigen::MatrixXd points = sphere_points(at.count("d"), at, random.substream("points"));
  const Eigen::VectorXd values = points.topRows(at.count("p")).colwise().sum().transpose();
  const Eigen::VectorXd signs = random_signs(n * labellings, random.substream("labels"));
  const Eigen::VectorXd sums = signs.reshaped(n, labellings).transpose() * values;
  return sums.lpNorm<1>() / (static_cast<double>(labellings) * at["n"] * std::sqrt(at["p"]));
}

}  // namespace asymptest::robustness
