#pragma once

#include <Eigen/Core>
#include <vector>

namespace asymptest::learning {

/// The point nearest to the last unit vector e of R^m in the cone of some vectors:
///
///     min |e − Σ λ_i u_i|²   subject to   λ ≥ 0,
///
/// by the method of Lawson and Hanson (1974, "Solving least squares problems", chapter 23), a
/// vector at a time: those with λ_i > 0 are kept, with a QR factorisation that is updated, O(m²) a
/// change.
class ConeProjection {
 public:
  explicit ConeProjection(Eigen::Index dimension);

  /// Takes the vector in, which is called `label`, then leaves out those whose λ would be negative.
  /// False, and nothing is changed, if it depends on the others.
  bool add(Eigen::Index label, const Eigen::VectorXd& vector);

  [[nodiscard]] const std::vector<Eigen::Index>& labels() const { return labels_; }
  /// Those that the last `add` left out.
  [[nodiscard]] const std::vector<Eigen::Index>& left_out() const { return left_out_; }
  /// λ > 0, in the order of the labels.
  [[nodiscard]] const Eigen::VectorXd& weights() const { return weights_; }
  /// e − Σ λ_i u_i.
  [[nodiscard]] const Eigen::VectorXd& residual() const { return residual_; }

 private:
  [[nodiscard]] Eigen::Index size() const { return static_cast<Eigen::Index>(labels_.size()); }
  bool append(Eigen::Index label, const Eigen::VectorXd& vector);
  void remove(Eigen::Index place);
  void balance();

  Eigen::MatrixXd q_, r_;  ///< leading columns, and leading triangle
  std::vector<Eigen::Index> labels_, left_out_;
  Eigen::VectorXd weights_, residual_;
};

}  // namespace asymptest::learning
