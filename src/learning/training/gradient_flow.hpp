#pragma once

#include <Eigen/Core>
#include <functional>

namespace asymptest::learning {

/// −dw/dt at w, as long as w.
using VectorField = std::function<Eigen::VectorXd(const Eigen::VectorXd& weights)>;

/// w(T) of dw/dt = −field(w), w(0) = start: with the gradient of a loss as the field, its gradient
/// flow. Runge–Kutta–Fehlberg of order 8 with steps chosen by the embedded error estimate
/// (Boost.Odeint), which is kept below `flow_tolerance`, absolute and relative, a step.
///
/// Throws std::invalid_argument unless T is finite and not negative, std::domain_error if the
/// field is not finite on the way.
Eigen::VectorXd flow(const VectorField& field, const Eigen::VectorXd& start, double time);

/// Some fifty times the rounding of one step: finer would chase rounding.
inline constexpr double flow_tolerance = 1e-14;

}  // namespace asymptest::learning
