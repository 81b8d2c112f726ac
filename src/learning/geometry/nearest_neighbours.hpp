#pragma once

#include <Eigen/Core>
#include <limits>
#include <span>
#include <vector>

namespace asymptest::learning {

/// Distances to the nearest of N fixed points of R^d, by a k-d tree (Bentley 1975,
/// "Multidimensional binary search trees used for associative searching").
///
/// Exact: it finds the minimum that a scan over all points finds. Building takes O(d N log N),
/// a query O(log N) on average while d is small against log N.
class NearestNeighbours {
 public:
  /// `points` is d × N, a point a column. Throws std::invalid_argument if there is no point, no
  /// coordinate, or a coordinate that is not finite.
  explicit NearestNeighbours(const Eigen::Ref<const Eigen::MatrixXd>& points);

  /// Euclidean distance from `query` (d coordinates) to its nearest point.
  /// Throws std::invalid_argument if the query has another dimension.
  [[nodiscard]] double distance(std::span<const double> query) const;

  /// The same on the flat torus R^d/Z^d: the least over all integer translations. Points and query
  /// must lie in [0, 1]^d. Throws std::invalid_argument if they don't.
  [[nodiscard]] double torus_distance(std::span<const double> query) const;

  /// The `count` nearest points, as columns of those given, from near to far, or as many as are
  /// nearer than `within`; of equal distances any. Throws std::invalid_argument if the query has
  /// another dimension, or unless 1 ≤ `count` ≤ N.
  [[nodiscard]] std::vector<Eigen::Index> nearest(
      std::span<const double> query, Eigen::Index count,
      double within = std::numeric_limits<double>::infinity()) const;

  [[nodiscard]] Eigen::Index dimension() const { return coordinates_.rows(); }
  [[nodiscard]] Eigen::Index count() const { return coordinates_.cols(); }

 private:
  void arrange(std::vector<Eigen::Index>& order, Eigen::Index begin, Eigen::Index end, int axis,
               const Eigen::Ref<const Eigen::MatrixXd>& points) const;
  template <class Found>
  void search(const double* query, Found& found) const;
  template <bool by_box, class Found>
  void search_within(const double* query, Eigen::Index begin, Eigen::Index end, Eigen::Index axis,
                     double* offsets, double outside_square, Found& found) const;
  void search_images(std::vector<double>& image, Eigen::Index axis, double outside_square,
                     double& least_square) const;
  void require_dimension(std::span<const double> query) const;

  Eigen::MatrixXd coordinates_;      ///< in the order of the implicit balanced tree
  std::vector<Eigen::Index> order_;  ///< columns of the points given
  bool inside_unit_cube_ = false;
};

/// Mean over the columns of `queries` of the distance to the nearest point.
double mean_nearest_distance(const NearestNeighbours& points,
                             const Eigen::Ref<const Eigen::MatrixXd>& queries);

/// The same on the flat torus.
double mean_nearest_torus_distance(const NearestNeighbours& points,
                                   const Eigen::Ref<const Eigen::MatrixXd>& queries);

}  // namespace asymptest::learning
