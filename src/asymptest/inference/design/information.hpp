#pragma once

#include <span>
#include <vector>

#include "asymptest/claim/laws/prediction.hpp"

namespace asymptest {

/// How the estimate of one exponent hangs on the data: it changes by `influence[i]` for each unit
/// of the logarithm of the summary at point i. With a relative spread s of a single trial and n
/// trials at each point its variance is Σ influence² s²/n.
using Influence = std::vector<double>;

/// The correction exponent that planning assumes where the theory gives none.
inline constexpr double assumed_correction = 0.5;

/// The influence of each point on each factor's exponent in the weighted fit of
///
///     log Q = c + Σ aⱼ log xⱼ + Σ bⱼ xⱼ^−ω (+ λⱼ log log xⱼ if the law holds up to logs)
///
/// (c of its own in each phase, if the law is log-periodic) with ω declared or
/// `assumed_correction`, and weights 1/error². This is the information bound: a fit that has to
/// find ω as well can't be better. Terms that the points can't tell apart are left out, logarithms
/// first, then corrections.
///
/// Throws std::invalid_argument unless there is one positive finite error per point and the points
/// can tell the exponents apart.
std::vector<Influence> exponent_influences(const PowerLaw& law, std::span<const Point> points,
                                           std::span<const double> errors);

}  // namespace asymptest
