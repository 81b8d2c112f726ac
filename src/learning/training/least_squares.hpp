#pragma once

#include <Eigen/Core>
#include <functional>

#include "learning/networks/network.hpp"

namespace asymptest::learning {

/// A fit of n labels by M weights with the loss L(w) = ½|r(w)|², r = F(w) − y: all that training
/// asks of a model. The functions take weights of length M.
struct LeastSquares {
  using Vector = Eigen::VectorXd;
  using Matrix = Eigen::MatrixXd;

  /// r(w), length n.
  std::function<Vector(const Vector& weights)> residual;
  /// J(w)ᵀc, length M, for n coefficients c. With c = r(w) it is the gradient of L.
  std::function<Vector(const Vector& weights, const Vector& coefficients)> pull_back;
  /// J(w) = ∂F/∂w, n × M.
  std::function<Matrix(const Vector& weights)> jacobian;
  /// ∇²L(w)·v = JᵀJv + Σ_i r_i·∇²f_i·v, length M.
  std::function<Vector(const Vector& weights, const Vector& direction)> hessian_product;

  [[nodiscard]] double loss(const Vector& weights) const;
  [[nodiscard]] Vector gradient(const Vector& weights) const;
  /// ∇²L(w) written out, M × M, symmetric: for small M.
  [[nodiscard]] Matrix hessian(const Vector& weights) const;
  /// K(w) = J(w)·J(w)ᵀ, n × n, from the Jacobian written out.
  [[nodiscard]] Matrix kernel(const Vector& weights) const;
};

/// F(w)_i = f(x_i; w) for a network of this architecture, weights in the order of `flatten`.
/// Throws std::invalid_argument if the inputs do not fit the architecture, or unless there is one
/// finite label an input, and at least one.
LeastSquares network_fit(const Architecture& architecture, const Eigen::MatrixXd& inputs,
                         const Eigen::VectorXd& labels);

/// F(w) = A·w. Throws std::invalid_argument unless A is finite and there is one finite label a row
/// of it; so do the functions if the weights are not one a column.
LeastSquares linear_fit(const Eigen::MatrixXd& design, const Eigen::VectorXd& labels);

}  // namespace asymptest::learning
