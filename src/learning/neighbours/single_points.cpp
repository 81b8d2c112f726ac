#include "learning/neighbours/single_points.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

constexpr double rounding_unit = 0x1p-24;

/// c of `slack`.
double relative_bound(Eigen::Index dimension) {
  const double terms = static_cast<double>(dimension) * rounding_unit;
  if (terms >= 0.5) {
    throw std::invalid_argument(message(
        "nearest neighbours: the points have {} coordinates, expected fewer than 2^23", dimension));
  }
  return terms / (2 * (1 - terms)) + 16 * rounding_unit;
}

/// The least power of two above the largest coordinate; 1 if all are 0.
double unit_above(double largest) {
  if (largest == 0) return 1;
  int exponent = 0;
  std::frexp(largest, &exponent);
  return std::ldexp(1.0, exponent);
}

}  // namespace

SinglePoints::SinglePoints(const Eigen::Ref<const Eigen::MatrixXd>& points) {
  if (points.size() == 0) {
    throw std::invalid_argument(
        message("nearest neighbours: the points are {} x {}, expected at least 1 x 1",
                points.rows(), points.cols()));
  }
  if (!points.allFinite()) {
    throw std::invalid_argument(
        "nearest neighbours: a coordinate is not finite, expected finite points");
  }
  centre_ = points.rowwise().mean();
  double largest = 0;
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    largest = std::max(largest, (points.col(i) - centre_).cwiseAbs().maxCoeff());
  }
  if (!std::isfinite(2 * largest)) {
    throw std::invalid_argument(
        "nearest neighbours: the coordinates differ by more than double precision holds");
  }
  unit_ = unit_above(largest);
  convert(points);
}

SinglePoints::SinglePoints(const Eigen::Ref<const Eigen::MatrixXd>& points,
                           const SinglePoints& frame)
    : centre_(frame.centre_), unit_(frame.unit_) {
  if (points.rows() != centre_.size()) {
    throw std::invalid_argument(message(
        "nearest neighbours: the queries have {} coordinates, expected {} as the points have",
        points.rows(), centre_.size()));
  }
  convert(points);
}

void SinglePoints::convert(const Eigen::Ref<const Eigen::MatrixXd>& points) {
  points_.resize(points.rows(), points.cols());
  Eigen::VectorXd squares(points.cols());
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    points_.col(i) = ((points.col(i) - centre_) / unit_).cast<float>();
    squares(i) = points_.col(i).cast<double>().squaredNorm();
  }
  // Below 2^-126 a float has an absolute error rather than a relative one.
  const double underflow = static_cast<double>(points.rows()) * 0x1p-120;
  const double c = relative_bound(points.rows());
  squares_ = squares.cast<float>();
  slacks_ = (4 * c * squares.array() + 2 * underflow).cast<float>();
  lower_squares_ = ((1 - 2 * c) * squares.array() - underflow).cast<float>();
}

void SinglePoints::lower_bounds(const SinglePoints& queries, Eigen::Index begin, Eigen::Index first,
                                Eigen::MatrixXf& bounds) const {
  bounds.colwise() = lower_squares_.segment(first, bounds.rows());
  bounds.noalias() -= (2 * points_.middleCols(first, bounds.rows()).transpose()) *
                      queries.points_.middleCols(begin, bounds.cols());
}

}  // namespace asymptest::learning
