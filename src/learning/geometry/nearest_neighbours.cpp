#include "learning/geometry/nearest_neighbours.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

/// Below this many points a scan beats descending further.
constexpr Eigen::Index leaf_size = 8;

/// From so many dimensions on the distance to a box leaves out more than it costs: at two it takes
/// four fifths of the time more, at eight a third less.
constexpr Eigen::Index boxed_dimensions = 5;
/// By how much, relatively, the squared distance to a box may be too large: some roundings for each
/// of the tree's levels.
constexpr double box_rounding = 1e-13;

/// The least squared distance that was seen.
struct Least {
  double square = std::numeric_limits<double>::infinity();

  [[nodiscard]] double bound() const { return square; }
  void see(double other, Eigen::Index /*point*/) { square = std::min(square, other); }
};

/// The `count` least of them below a bound with their points, the largest on top of a heap.
struct SeveralLeast {
  std::size_t count;
  double below;
  std::vector<std::pair<double, Eigen::Index>> heap = {};

  [[nodiscard]] double bound() const { return heap.size() < count ? below : heap.front().first; }
  void see(double square, Eigen::Index point) {
    if (square >= bound()) return;
    if (heap.size() == count) {
      std::pop_heap(heap.begin(), heap.end());
      heap.pop_back();
    }
    heap.emplace_back(square, point);
    std::push_heap(heap.begin(), heap.end());
  }
};

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
  order_.resize(static_cast<std::size_t>(points.cols()));
  std::iota(order_.begin(), order_.end(), Eigen::Index{0});
  arrange(order_, 0, points.cols(), 0, points);
  coordinates_.resize(points.rows(), points.cols());
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    coordinates_.col(i) = points.col(order_[static_cast<std::size_t>(i)]);
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

/// `by_box`: `outside_square` is the squared distance of the query to the box in which the points
/// [begin, end) lie, and `offsets` what each axis adds to it (Arya, Mount 1993, "Algorithms for
/// fast vector quantization"). Else the last split alone is looked at.
template <bool by_box, class Found>
void NearestNeighbours::search_within(const double* query, Eigen::Index begin, Eigen::Index end,
                                      Eigen::Index axis, double* offsets, double outside_square,
                                      Found& found) const {
  const Eigen::Index dimension = coordinates_.rows();
  const auto look_at = [&](Eigen::Index point) {
    const double* candidate = coordinates_.data() + point * dimension;
    double square = 0;
    for (Eigen::Index i = 0; i < dimension; ++i) {
      square += (candidate[i] - query[i]) * (candidate[i] - query[i]);
    }
    found.see(square, point);
  };
  if (end - begin <= leaf_size) {
    for (Eigen::Index point = begin; point < end; ++point) look_at(point);
    return;
  }
  const Eigen::Index middle = begin + (end - begin) / 2;
  const double offset = query[axis] - coordinates_(axis, middle);
  const Eigen::Index next = axis + 1 == dimension ? 0 : axis + 1;
  look_at(middle);
  const auto [near_begin, near_end, far_begin, far_end] =
      offset < 0 ? std::array{begin, middle, middle + 1, end}
                 : std::array{middle + 1, end, begin, middle};
  search_within<by_box>(query, near_begin, near_end, next, offsets, outside_square, found);
  const double beyond = offset * offset;
  if constexpr (!by_box) {
    if (beyond >= found.bound()) return;
    return search_within<by_box>(query, far_begin, far_end, next, offsets, outside_square, found);
  }
  const double before = offsets[axis], far_square = outside_square - before + beyond;
  if (far_square * (1 - box_rounding) >= found.bound()) return;
  offsets[axis] = beyond;
  search_within<by_box>(query, far_begin, far_end, next, offsets, far_square, found);
  offsets[axis] = before;
}

template <class Found>
void NearestNeighbours::search(const double* query, Found& found) const {
  if (dimension() < boxed_dimensions) {
    return search_within<false>(query, 0, count(), 0, nullptr, 0, found);
  }
  std::vector<double> offsets(static_cast<std::size_t>(dimension()), 0.0);
  search_within<true>(query, 0, count(), 0, offsets.data(), 0, found);
}

/// Searches with every translation of the coordinates from `axis` on. `outside_square` is the
/// squared distance of the coordinates before it to the unit cube: no point is nearer than that.
void NearestNeighbours::search_images(std::vector<double>& image, Eigen::Index axis,
                                      double outside_square, double& least_square) const {
  if (outside_square >= least_square) return;
  if (axis == dimension()) {
    Least least{least_square};
    search(image.data(), least);
    least_square = least.square;
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
  Least least;
  search(query.data(), least);
  return std::sqrt(least.square);
}

std::vector<Eigen::Index> NearestNeighbours::nearest(std::span<const double> query,
                                                     Eigen::Index count, double within) const {
  require_dimension(query);
  require(count >= 1 && count <= this->count(),
          "nearest neighbours: {} neighbours are looked for, expected 1 to {}", count,
          this->count());
  SeveralLeast found{static_cast<std::size_t>(count), within * within};
  found.heap.reserve(found.count);
  search(query.data(), found);
  std::sort_heap(found.heap.begin(), found.heap.end());
  std::vector<Eigen::Index> points;
  points.reserve(found.heap.size());
  for (const auto& [square, place] : found.heap) {
    points.push_back(order_[static_cast<std::size_t>(place)]);
  }
  return points;
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
