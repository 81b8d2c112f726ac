#pragma once

#include <functional>

#include "asymptest/claim/claim.hpp"
#include "learning/networks/network.hpp"
#include "learning/tasks/sphere_points.hpp"

namespace asymptest::learning::optimisation {

/// The architecture at a width m.
using Family = std::function<Architecture(Eigen::Index m)>;

/// The trial "spectral norm of the Hessian of f at a fresh initialisation of the family's network
/// of width m and a fresh input on the sphere |x|² = d": Lanczos.
Trial hessian_norm_of(Family family);

/// The size m/log m, in which √(log m/m) is a power law: the largest of m normal weights makes the
/// logarithm.
double width_less_logarithm(const Point& at);

}  // namespace asymptest::learning::optimisation
