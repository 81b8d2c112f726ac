#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// f(x) = V σ(Wx): m units that k outputs share, with m(d + k) parameters.
struct SharedUnits {
  enum class Unit { tanh, signed_square };  ///< σ(z) = tanh z, z|z|
  Unit unit = Unit::tanh;
  Eigen::MatrixXd inner;  ///< W, m × d
  Eigen::MatrixXd outer;  ///< V, k × m
};

/// The outputs at n points, k at a time: f_c(x_i) is entry ik + c.
/// Throws std::invalid_argument unless W has a column for each coordinate and V one for each unit.
Eigen::VectorXd shared_outputs(const SharedUnits& network,
                               const Eigen::Ref<const Eigen::MatrixXd>& points);

/// Their Jacobian, nk × m(d + k): a unit's d inner weights and k outer ones after another.
/// Throws likewise.
Eigen::MatrixXd shared_jacobian(const SharedUnits& network,
                                const Eigen::Ref<const Eigen::MatrixXd>& points);

}  // namespace asymptest::learning
