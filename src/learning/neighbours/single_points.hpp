#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// A set of points in single precision, centred and scaled, from which squared distances follow by
/// one product of matrices, within a bound that is proved: |x − y|² = |x|² + |y|² − 2 x·y.
///
/// Lengths are in units of a power of two, `unit`, that brings the largest coordinate below 1.
class SinglePoints {
 public:
  /// `points` is D × N, a point a column, all finite. With a `frame`, the centre and the unit are
  /// those of the other set, so that distances between the two can be taken.
  explicit SinglePoints(const Eigen::Ref<const Eigen::MatrixXd>& points);
  SinglePoints(const Eigen::Ref<const Eigen::MatrixXd>& points, const SinglePoints& frame);

  [[nodiscard]] Eigen::Index count() const { return points_.cols(); }

  /// Lower bounds of |x_i − y_j|² − |x_i|² + slack(i)/2: a column for each of the `queries` i from
  /// `begin` on, a row for each of the points j of this set from `first` on.
  void lower_bounds(const SinglePoints& queries, Eigen::Index begin, Eigen::Index first,
                    Eigen::MatrixXf& bounds) const;

  /// What has to be added to a lower bound to make it an upper one:
  /// slack(i) + slack(j), each = 4 c |x|² + a tiny absolute term, where
  ///
  ///     c = D u / (2 (1 − D u)) + 16 u,   u = 2^−24,
  ///
  /// of which the first part is the rounding of a dot product in whatever order (Higham 2002,
  /// "Accuracy and stability of numerical algorithms", section 3.1: |fl(x·y) − x·y| ≤ γ_D |x||y|),
  /// the second that of the coordinates, the norms and the sums.
  [[nodiscard]] float slack(Eigen::Index point) const { return slacks_(point); }

  /// |x|² of a point.
  [[nodiscard]] float square(Eigen::Index point) const { return squares_(point); }

 private:
  void convert(const Eigen::Ref<const Eigen::MatrixXd>& points);

  Eigen::VectorXd centre_;
  double unit_ = 1;
  Eigen::MatrixXf points_;
  Eigen::VectorXf squares_, slacks_, lower_squares_;
};

}  // namespace asymptest::learning
