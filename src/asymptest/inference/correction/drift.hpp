#pragma once

#include <optional>
#include <span>

#include "asymptest/inference/correction/observation.hpp"

namespace asymptest {

/// The local exponent of a law at the last sizes, and how fast it still changes.
struct Drift {
  double slope = 0;  ///< d log Q/d log x between the last two sizes
  double rate = 0;   ///< change of it per unit of log x, towards the limit
};

/// From the logarithms of a fitted law (`log_value`) at different sizes in any order, growing
/// towards the limit. Nothing for fewer than three sizes.
std::optional<Drift> drift_of(std::span<const Observation> fitted);

/// Whether the local exponent may still come to `exponent`: it drifts towards it, and as far as the
/// slowest correction x^−ω, ω = 0.3, lets it (a remainder of rate/ω; half as much again, since the
/// rate is a difference over two steps).
bool may_reach(const Drift& drift, double exponent);

}  // namespace asymptest
