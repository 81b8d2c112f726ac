#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/triangulation/delaunay_simplex.hpp"

namespace asymptest::learning {

/// The state of the simplex method on the programme of `DelaunayLocator`, for one query q: a basis
/// of d + 1 columns (xᵢ − q, 1), the inverse of their matrix and the weights λ = B⁻¹(0, …, 0, 1).
///
/// It starts from d + 1 artificial points around the query with weights 1/(d + 1). The first phase
/// minimises their total weight, which is 0 iff q lies in the hull; the second the height. Or it
/// starts in the second phase from a simplex of the points that holds the query.
///
/// `points` is n × d, a point a row: all are priced by passes along the columns.
class SimplexPivots {
 public:
  SimplexPivots(const Eigen::MatrixXd& points, const Eigen::VectorXd& height,
                const Eigen::VectorXd& query);
  /// From the d + 1 points `basis`.
  SimplexPivots(const Eigen::MatrixXd& points, const Eigen::VectorXd& height,
                const Eigen::VectorXd& query, std::vector<Eigen::Index> basis);

  [[nodiscard]] Eigen::Index rows() const { return inverse_.rows(); }
  /// A point enters only if its reduced cost is below minus this, the rounding of a price: prices
  /// are steep in a flat simplex.
  [[nodiscard]] double price_tolerance() const { return 1e-13 * (10 + prices_.norm()); }
  /// The reduced costs of all points, cost − price.
  void price(Eigen::VectorXd& reduced) const;
  /// In the second phase: the point c from which the reduced costs are |x − c|² and a constant, so
  /// that the nearest point to it is the cheapest. It is the centre of the sphere through the
  /// basis.
  [[nodiscard]] Eigen::VectorXd centre() const { return prices_.head(points_.cols()) / 2; }
  /// Its distance from `centre`: what is cheaper than its price lies nearer.
  [[nodiscard]] double radius() const {
    return (points_.row(basis_.front()).transpose() - centre()).norm();
  }
  /// Pivots on these points until none of them is cheaper than its price; whether any was.
  bool pivot_among(const std::vector<Eigen::Index>& candidates);

  /// Recomputes inverse, weights and prices from the basis: ends the build-up of rounding errors.
  void refresh();
  [[nodiscard]] bool fresh() const { return updates_ == 0; }

  /// Whether so many pivots in a row moved nothing that only the least index may enter and leave
  /// (Bland 1977), which ends every cycle.
  [[nodiscard]] bool stalled() const { return idle_ > 2 * rows(); }
  /// In the first phase: whether no artificial point is left.
  [[nodiscard]] bool finished() const { return first_phase_ && artificial_ == 0; }

  [[nodiscard]] double artificial_weight() const;
  /// Of a basis; not a number if that is singular.
  [[nodiscard]] double least_weight() const;
  /// Begins the second phase, in which artificial points stay at weight 0.
  void forbid_artificial_weight();
  /// The basis, artificial points left out.
  [[nodiscard]] DelaunaySimplex simplex() const;

 private:
  [[nodiscard]] Eigen::VectorXd column(Eigen::Index index) const;
  [[nodiscard]] double cost(Eigen::Index index) const;
  [[nodiscard]] double reduced_cost(Eigen::Index index) const;
  [[nodiscard]] Eigen::Index entering(const std::vector<Eigen::Index>& candidates) const;
  [[nodiscard]] Eigen::Index leaving(const Eigen::VectorXd& direction) const;
  void pivot(Eigen::Index index);
  void exchange(Eigen::Index row, Eigen::Index index, const Eigen::VectorXd& direction);
  void reprice();

  const Eigen::MatrixXd& points_;
  const Eigen::VectorXd& height_;
  Eigen::VectorXd query_;
  std::vector<Eigen::Index> basis_;  ///< −1 − j is the artificial point j
  Eigen::MatrixXd inverse_;
  Eigen::VectorXd weights_, prices_;
  Eigen::Index artificial_, updates_ = 0, idle_ = 0, pivots_ = 0;
  bool first_phase_ = true;
};

}  // namespace asymptest::learning
