#pragma once

#include <Eigen/Core>
#include <optional>

#include "learning/geometry/nearest_neighbours.hpp"
#include "learning/triangulation/delaunay_simplex.hpp"

namespace asymptest::learning {

/// Finds the Delaunay simplex of n points of R^d that contains a query, without the triangulation.
/// Lifted to the paraboloid, the triangulation is the lower hull, so the simplex is the basis of
///
///     min Σ λᵢ|xᵢ|²   subject to   Σ λᵢ xᵢ = q,  Σ λᵢ = 1,  λ ≥ 0
///
/// (Edelsbrunner, Seidel 1986, "Voronoi diagrams and arrangements"; Fukuda 2004, "Frequently asked
/// questions in polyhedral computation", section 3). An empty sphere that grows around the query
/// (growing_sphere.hpp) finds the basis after d + 1 passes over the points or some more, O(nd)
/// each; the primal simplex method checks it. Where the sphere doesn't end well, as in degenerate
/// positions, that method starts from nothing, in two phases with an explicit inverse, O(d²) a
/// pivot; all points are priced at once and the cheapest of them serve for many pivots.
///
/// In up to four dimensions the sphere first grows among the query's neighbours alone, and a k-d
/// tree prices: the cheapest point is the one nearest to the sphere's centre. O(log n) a query
/// then, but near the hull and in degenerate positions.
///
/// Where more than d + 1 points lie on one empty sphere, it is a simplex of one of the
/// triangulations that then are Delaunay. If the points span less than R^d, or the query is on a
/// lower face, there may be fewer than d + 1 vertices.
class DelaunayLocator {
 public:
  /// `points` is d × n, a point a column. Throws std::invalid_argument if there is no point, no
  /// coordinate, or a coordinate that is not finite.
  explicit DelaunayLocator(const Eigen::Ref<const Eigen::MatrixXd>& points);

  /// Nothing if the query lies outside of the points' convex hull by more than rounding.
  /// Throws std::invalid_argument if the query has another dimension or is not finite, and
  /// std::runtime_error if the pivots don't end.
  [[nodiscard]] std::optional<DelaunaySimplex> locate(
      const Eigen::Ref<const Eigen::VectorXd>& query) const;

  [[nodiscard]] Eigen::Index dimension() const { return points_.cols(); }
  [[nodiscard]] Eigen::Index count() const { return points_.rows(); }

 private:
  [[nodiscard]] std::optional<DelaunaySimplex> grown(const Eigen::VectorXd& at,
                                                     bool& is_outside) const;
  [[nodiscard]] std::optional<DelaunaySimplex> grown_nearby(const Eigen::VectorXd& at,
                                                            Eigen::Index neighbours) const;
  [[nodiscard]] std::optional<DelaunaySimplex> pivoted(const Eigen::VectorXd& at) const;

  Eigen::VectorXd centre_;
  double scale_ = 1;
  Eigen::MatrixXd points_;  ///< n × d, centred, the farthest at distance 1
  Eigen::VectorXd height_;  ///< |x|²
  std::optional<NearestNeighbours> tree_;
};

/// Σ λᵢ yᵢ over the vertices: the simplicial interpolant of the labels y at the query.
double interpolated(const DelaunaySimplex& simplex,
                    const Eigen::Ref<const Eigen::VectorXd>& labels);

/// Σ λᵢ²: the variance of that under independent noise of unit variance. Its mean over a query
/// that is uniform in the simplex is 2/(d + 2).
double noise_variance(const DelaunaySimplex& simplex);

}  // namespace asymptest::learning
