#include "learning/geometry/nearest_neighbours.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

/// Below this many points a scan beats descending further.
constexpr Eigen::Index leaf_size = 8;

/// The first of `count` coordinates that is not in [0, 1], else their end.
const double* outside_unit_interval(const double* coordinates, Eigen::Index count) {
  return std::find_if_not(coordinates, coordinates + count,
                          [](double x) { return x >= 0 && x <= 1; });
}

void require_finite_points(const Eigen::Ref<const Eigen::MatrixXd>& points) {
  for (Eigen::Index point = 0; point < points.cols(); ++point) {
    for (Eigen::Index axis = 0; axis < points.rows(); ++axis) {
      require(
          std::isfinite(points(axis, point)),
          "nearest neighbours: coordinate ({}, {}) of the points is {}, expected a finite number",
          axis, point, points(axis, point));
    }
  }
}

/// `outside` is one of `coordinates`, d for each point.
[[noreturn]] void refuse_outside_cube(const double* outside, const double* coordinates,
                                      Eigen::Index dimension, const std::string& whose) {
  throw std::invalid_argument(
      message("nearest neighbours: coordinate {} of {} is {}, expected a number in [0, 1], as on "
              "the unit torus",
              (outside - coordinates) % dimension, whose, *outside));
}

template <class Distance>
double mean_over_columns(const Eigen::Ref<const Eigen::MatrixXd>& queries, Distance distance) {
  require(queries.cols() != 0, "mean nearest distance: there are no queries, expected at least 1");
  const auto dimension = static_cast<std::size_t>(queries.rows());
  double sum = 0;
  for (Eigen::Index i = 0; i < queries.cols(); ++i) {
    sum += distance(std::span<const double>(queries.col(i).data(), dimension));
  }
  return sum / static_cast<double>(queries.cols());
}

}  // namespace

NearestNeighbours::NearestNeighbours(const Eigen::Ref<const Eigen::MatrixXd>& points) {
  require(points.size() != 0, "nearest neighbours: the points are {} x {}, expected at least 1 x 1",
          points.rows(), points.cols());
  require_finite_points(points);
  std::vector<Eigen::Index> order(static_cast<std::size_t>(points.cols()));
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  arrange(order, 0, points.cols(), 0, points);
  coordinates_.resize(points.rows(), points.cols());
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    coordinates_.col(i) = points.col(order[static_cast<std::size_t>(i)]);
  }
  const double* end = coordinates_.data() + coordinates_.size();
  inside_unit_cube_ = outside_unit_interval(coordinates_.data(), coordinates_.size()) == end;
}

/// Puts the median along `axis` into the middle of [begin, end), the lesser points before it and
/// the greater ones behind, and so on in the halves along the next axis.
void NearestNeighbours::arrange(std::vector<Eigen::Index>& order, Eigen::Index begin,
                                Eigen::Index end, int axis,
                                const Eigen::Ref<const Eigen::MatrixXd>& points) const {
  if (end - begin <= leaf_size) return;
  const Eigen::Index middle = begin + (end - begin) / 2;
  std::nth_element(
      order.begin() + begin, order.begin() + middle, order.begin() + end,
      [&](Eigen::Index a, Eigen::Index b) { return points(axis, a) < points(axis, b); });
  const int next = static_cast<int>((axis + 1) % points.rows());
  arrange(order, begin, middle, next, points);
  arrange(order, middle + 1, end, next, points);
}

void NearestNeighbours::search(const double* query, Eigen::Index begin, Eigen::Index end,
                               Eigen::Index axis, double& least_square) const {
  const Eigen::Index dimension = coordinates_.rows();
  const auto look_at = [&](Eigen::Index point) {
    const double* candidate = coordinates_.data() + point * dimension;
    double square = 0;
    for (Eigen::Index i = 0; i < dimension; ++i) {
      square += (candidate[i] - query[i]) * (candidate[i] - query[i]);
    }
    least_square = std::min(least_square, square);
  };
  if (end - begin <= leaf_size) {
    for (Eigen::Index point = begin; point < end; ++point) look_at(point);
    return;
  }
  const Eigen::Index middle = begin + (end - begin) / 2;
  const double offset = query[axis] - coordinates_(axis, middle);
  const Eigen::Index next = axis + 1 == dimension ? 0 : axis + 1;
  look_at(middle);
  if (offset < 0) {
    search(query, begin, middle, next, least_square);
    if (offset * offset < least_square) search(query, middle + 1, end, next, least_square);
  } else {
    search(query, middle + 1, end, next, least_square);
    if (offset * offset < least_square) search(query, begin, middle, next, least_square);
  }
}

/// Searches with every translation of the coordinates from `axis` on. `outside_square` is the
/// squared distance of the coordinates before it to the unit cube: no point is nearer than that.
void NearestNeighbours::search_images(std::vector<double>& image, Eigen::Index axis,
                                      double outside_square, double& least_square) const {
  if (outside_square >= least_square) return;
  if (axis == dimension()) {
    search(image.data(), 0, count(), 0, least_square);
    return;
  }
  double& moved = image[static_cast<std::size_t>(axis)];
  const double home = moved;
  search_images(image, axis + 1, outside_square, least_square);
  moved = home - 1;  // its distance to the cube is 1 − home
  search_images(image, axis + 1, outside_square + (1 - home) * (1 - home), least_square);
  moved = home + 1;  // its distance to the cube is home
  search_images(image, axis + 1, outside_square + home * home, least_square);
  moved = home;
}

void NearestNeighbours::require_dimension(std::span<const double> query) const {
  require(static_cast<Eigen::Index>(query.size()) == dimension(),
          "nearest neighbours: the query has {} coordinates, expected {}", query.size(),
          dimension());
}

double NearestNeighbours::distance(std::span<const double> query) const {
  require_dimension(query);
  double least_square = std::numeric_limits<double>::infinity();
  search(query.data(), 0, count(), 0, least_square);
  return std::sqrt(least_square);
}

double NearestNeighbours::torus_distance(std::span<const double> query) const {
  require_dimension(query);
  if (!inside_unit_cube_) {
    const double* outside = outside_unit_interval(coordinates_.data(), coordinates_.size());
    refuse_outside_cube(outside, coordinates_.data(), dimension(), "a point");
  }
  const double* outside = outside_unit_interval(query.data(), dimension());
  if (outside != query.data() + query.size()) {
    refuse_outside_cube(outside, query.data(), dimension(), "the query");
  }
  std::vector<double> image(query.begin(), query.end());
  double least_square = std::numeric_limits<double>::infinity();
  search_images(image, 0, 0, least_square);
  return std::sqrt(least_square);
}

double mean_nearest_distance(const NearestNeighbours& points,
                             const Eigen::Ref<const Eigen::MatrixXd>& queries) {
  return mean_over_columns(queries,
                           [&](std::span<const double> query) { return points.distance(query); });
}

double mean_nearest_torus_distance(const NearestNeighbours& points,
                                   const Eigen::Ref<const Eigen::MatrixXd>& queries) {
  return mean_over_columns(
      queries, [&](std::span<const double> query) { return points.torus_distance(query); });
}

}  // namespace asymptest::learning
