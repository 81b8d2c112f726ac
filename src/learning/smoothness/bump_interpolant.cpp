#include "learning/smoothness/bump_interpolant.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {

BumpInterpolant::BumpInterpolant(Eigen::MatrixXd points, Eigen::VectorXd labels, double radius)
    : points_(std::move(points)), labels_(std::move(labels)), radius_(radius) {
  if (points_.cols() < 1 || labels_.size() != points_.cols() || !(radius > 0)) {
    throw std::invalid_argument(
        message("bumps: {} points with {} labels and radius {}, expected a label for each of one "
                "or more and a positive radius",
                points_.cols(), labels_.size(), radius));
  }
}

double BumpInterpolant::at(const Eigen::Ref<const Eigen::VectorXd>& x) const {
  const Eigen::ArrayXd heights =
      1 - (points_.colwise() - x).colwise().norm().transpose().array() / radius_;
  return labels_.dot(heights.max(0).matrix());
}

double least_separation(const Eigen::Ref<const Eigen::MatrixXd>& points) {
  if (points.cols() < 2) {
    throw std::invalid_argument(
        message("separation: there are {} points, expected two or more", points.cols()));
  }
  const Eigen::MatrixXd gram = points.transpose() * points;
  double least = std::numeric_limits<double>::infinity();
  for (Eigen::Index i = 0; i < gram.cols(); ++i) {
    for (Eigen::Index j = 0; j < i; ++j) {
      least = std::min(least, gram(i, i) + gram(j, j) - 2 * gram(i, j));
    }
  }
  return std::sqrt(std::max(least, 0.0));
}

double bump_lipschitz_constant(const Eigen::Ref<const Eigen::MatrixXd>& points) {
  return 2 / least_separation(points);
}

}  // namespace asymptest::learning
