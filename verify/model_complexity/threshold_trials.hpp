#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::model_complexity {

// Networks of m units that all outputs share, linearised at random weights: m(d + q) parameters for
// q free outputs, n points of N(0, I) in R^6, k outputs each. Labels in the space of the outputs
// can be fitted once the Jacobian has the rank nq.

/// The least number of parameters (m = 1, 2, …) at which labels in R^k can be fitted, at (n, k).
double parameters_to_interpolate(const Point& at, Stream& random);

/// Outputs that sum to zero: q = k − 1.
double parameters_for_centred_outputs(const Point& at, Stream& random);

/// Outputs B g(x) with B of rank 2: q = 2.
double parameters_for_embedded_outputs(const Point& at, Stream& random);

/// Units z|z|: scaling a unit's inner weights by c and its outer ones by 1/c² leaves f as it is, so
/// that each unit has a parameter less to give.
double parameters_of_homogeneous_units(const Point& at, Stream& random);
double centred_parameters_of_homogeneous_units(const Point& at, Stream& random);

/// E‖J⁺ε‖² for noise of variance 1 on all labels, at (n, k, N) with N = m(6 + k).
double noise_of_shared_units(const Point& at, Stream& random);

/// The same of B g(x) with B of rank 2, at N = m(6 + 2), for noise within the outputs' space.
double noise_of_embedded_units(const Point& at, Stream& random);

}  // namespace asymptest::model_complexity
