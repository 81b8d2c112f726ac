#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// f(x) = Σ α_i exp(−‖x − x_i‖²/ℓ²), and how fast it changes.
class GaussianMachine {
 public:
  /// `points` is d × n, a point a column. Throws std::invalid_argument unless there is a point, a
  /// coefficient for each, and ℓ > 0.
  GaussianMachine(Eigen::MatrixXd points, Eigen::VectorXd coefficients, double length);

  [[nodiscard]] double at(const Eigen::Ref<const Eigen::VectorXd>& x) const;

  /// ∇f(x) = −(2/ℓ²) Σ α_i k_i (x − x_i).
  [[nodiscard]] Eigen::VectorXd gradient(const Eigen::Ref<const Eigen::VectorXd>& x) const;

  /// ∇²f(x)·v = (2/ℓ²) Σ α_i k_i ((2/ℓ²) (x − x_i)⟨x − x_i, v⟩ − v).
  [[nodiscard]] Eigen::VectorXd curvature_along(const Eigen::Ref<const Eigen::VectorXd>& x,
                                                const Eigen::Ref<const Eigen::VectorXd>& v) const;

  /// A lower bound of Lip(f) = sup ‖∇f‖: the largest of `steps` steps of ascent from x, each as
  /// long as pays.
  [[nodiscard]] double ascended_slope(Eigen::VectorXd x, int steps) const;

 private:
  Eigen::MatrixXd points_;
  Eigen::VectorXd coefficients_;
  double sharpness_;  ///< 2/ℓ²

  [[nodiscard]] Eigen::VectorXd weights_at(const Eigen::Ref<const Eigen::VectorXd>& x) const;
};

/// An upper bound of Lip(f) from f's squared norm in the kernel's space: ‖f‖ √2/ℓ, since
/// |f(x) − f(z)|² ≤ ‖f‖² (2 − 2k(x, z)) and 1 − exp(−r²/ℓ²) ≤ r²/ℓ².
/// Throws std::invalid_argument unless the norm is at least 0 and ℓ > 0.
double gaussian_lipschitz_bound(double squared_norm, double length);

}  // namespace asymptest::learning
