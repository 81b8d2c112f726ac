#pragma once

#include <optional>
#include <span>

#include "asymptest/inference/correction/observation.hpp"
#include "asymptest/inference/intervals/bounds.hpp"

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

/// Between what the local exponent of numbers without noise may end, from the last of them and
/// where it goes. With its change ρ per unit of log x, and ω by which that change falls off, ρ ∝
/// x^−ω, both from the last four local exponents, a correction x^−ω leaves ρ/ω (Aitken 1926), and a
/// logarithm of any power and scale, (log(x/x₀))^q, leaves 2ρ/ω. The bounds are the last local
/// exponent and what lies 2.5ρ/ω from it, for ρ and ω are differences; ω at least 0.1.
/// Nothing for fewer than five sizes, or where the local exponent goes to and fro: as noise does,
/// and rounding.
std::optional<Bounds> limits_of_local_exponent(std::span<const Observation> numbers);

}  // namespace asymptest
