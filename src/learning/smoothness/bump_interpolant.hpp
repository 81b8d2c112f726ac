#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// f(x) = Σ yᵢ max(0, 1 − ‖x − xᵢ‖/r): a tent on each sample, n centres of d coordinates and a
/// height, p = n (d + 1) parameters (Bubeck, Sellke 2021, arXiv:2105.12806, remark on tightness).
class BumpInterpolant {
 public:
  /// `points` is d × n, a point a column. Throws std::invalid_argument unless there is a point, a
  /// label for each, and the radius is positive.
  BumpInterpolant(Eigen::MatrixXd points, Eigen::VectorXd labels, double radius);

  [[nodiscard]] double at(const Eigen::Ref<const Eigen::VectorXd>& x) const;

 private:
  Eigen::MatrixXd points_;
  Eigen::VectorXd labels_;
  double radius_;
};

/// Least distance of two of the points, by one product of matrices: to a relative 1e-8 where it is
/// not far below the points' lengths. Throws std::invalid_argument unless there are two or more.
double least_separation(const Eigen::Ref<const Eigen::MatrixXd>& points);

/// The Lipschitz constant of the bumps of radius s/2, s the least separation, and labels ±1: 2/s,
/// the slope of each. Their supports do not overlap, and on a way from one to another f passes 0.
double bump_lipschitz_constant(const Eigen::Ref<const Eigen::MatrixXd>& points);

}  // namespace asymptest::learning
