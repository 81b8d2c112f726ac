#pragma once

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// Fits Q = E + A·x^a, with E and A of either sign unknown: a law above a limit (a < 0 as x → ∞),
/// or one that grows from an overhead.
///
/// For a given exponent the law is linear in E and A, which are eliminated exactly (variable
/// projection, Golub and Pereyra 1973); the regions are likelihood-ratio regions of the profile, as
/// those of a power law. At finite sizes the law may be E + A·x^a·(1 + b·(x/x_min)^−ω), ω = |a|, 1
/// or 2, |b| at most 0.3, and 0.3 of what x^a changes by over the sweep; if it grows it may be
/// E + A·x^a·log(x/x₀). These take part in the outer region. Where E and a can't be told apart the
/// regions are wide, or infinite.
///
/// Throws std::invalid_argument for several factors, for a law up to logarithms, with a declared
/// correction or a period, for fewer than four sizes, and for a factor that leaves its limit open.
PowerLawFit fit_beside_constant(const PowerLaw& law, const Statistics& statistics,
                                const RegionChances& chances);

}  // namespace asymptest
