#pragma once

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// Fits a sum of powers of two sizes, Q = E + A·x^a + B·y^b, with E, A and B of
/// either sign unknown, or without E (scaling laws in parameters and data:
/// Hoffmann et al. 2022, section 3.3).
///
/// For given exponents the law is linear, and its amplitudes are eliminated
/// exactly; the region of an exponent is a likelihood-ratio region of the
/// profile over the other one, and that of E of the profile over both. The
/// chances are shared among the exponents and E (Bonferroni). The law is taken
/// to hold without corrections, which the test of fit alone guards. Where E and
/// an exponent can't be told apart their regions are wide, or infinite.
///
/// Throws std::invalid_argument unless there are two factors with four
/// different sizes each, for a law up to logarithms, with a declared correction
/// or a period, and for a factor that leaves its limit open.
PowerLawFit fit_sum(const PowerLaw& law, const Statistics& statistics,
                    const RegionChances& chances);

}  // namespace asymptest
