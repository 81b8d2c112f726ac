#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/triangulation/cone_projection.hpp"

namespace asymptest::learning {

/// A sphere without points inside that grows around a query until the points on it hold the query:
/// then they are the vertices of its Delaunay simplex. The dual of `DelaunayLocator`'s programme,
///
///     max b   subject to   a·(xᵢ − q) + b ≤ |xᵢ − q|²   for all i:
///
/// the sphere has the centre q + a/2 and the squared radius b + |a|²/4, and b is minus the query's
/// power. It starts as the point q and always moves in the direction in which b grows fastest while
/// no point gets inside: the residual of e = (0, …, 0, 1) from the cone of (xᵢ − q, 1) over the
/// points that it touches (`ConeProjection`), until it touches another. With d + 1 points of
/// positive weight that residual is zero. A step is one pass over all points, O(nd).
class GrowingSphere {
 public:
  enum class End {
    query_held,     ///< by d + 1 points
    query_outside,  ///< of the hull: proved by a half-space that keeps away from it
    undecided       ///< degenerate, or no end in sight
  };

  /// `points` is n × d, a point a row, within the unit ball, as is the query. Keeps references.
  GrowingSphere(const Eigen::MatrixXd& points, const Eigen::VectorXd& query);

  End grow();
  /// The points of positive weight that it touches.
  [[nodiscard]] const std::vector<Eigen::Index>& points() const { return touched_.labels(); }

 private:
  struct Touch {
    Eigen::Index point = -1;
    double largest_rate = 0;
  };
  [[nodiscard]] Touch next_touch();
  double pass_block(Eigen::Index begin, Eigen::Index size, double level);
  bool touch(Eigen::Index point);

  const Eigen::MatrixXd& points_;
  const Eigen::VectorXd& query_;
  ConeProjection touched_;
  Eigen::VectorXd slack_;  ///< |xᵢ − q|² − a·(xᵢ − q) − b, infinite for points that it touches
  Eigen::VectorXd rate_;    ///< at which the slack falls
  Eigen::ArrayXd urgency_;  ///< of a block: rate over slack
  double step_ = 0;
};

}  // namespace asymptest::learning
