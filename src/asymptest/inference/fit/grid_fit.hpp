#pragma once

#include <optional>

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// Fits a law of several factors whose design points form a full grid of the factors' sizes;
/// nothing where they don't.
///
/// For each factor, log Q is averaged over the sizes of the others, with equal weights. On a full
/// grid whatever depends on the others alone is then a constant, and what is left is a law of one
/// factor, with all that holds for one (its corrections, logarithms and shifts). Where a correction
/// mixes the factors, each of the averaged laws has the exponent, and so has the average. The
/// confidence is simultaneous over the factors (Bonferroni).
std::optional<PowerLawFit> fit_on_grid(const PowerLaw& law, const Statistics& statistics,
                                       const RegionChances& chances);

}  // namespace asymptest
