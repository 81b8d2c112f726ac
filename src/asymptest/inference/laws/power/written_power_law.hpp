#pragma once

#include <functional>
#include <span>

#include "asymptest/claim/claim.hpp"
#include "asymptest/inference/sample/summaries.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// Whether a law is held against somebody's own rows, whose digits and gaps nobody vouches for: one
/// of a single factor that `may_hide_terms`.
bool is_of_own_data(const PowerLaw& law);

/// The verdict on a power law from the rows of somebody's own, by `decide` from their summaries:
/// their rounding widens the errors (`with_rounding`), and says so where it keeps a verdict open;
/// none falls where rows are missing as those of time-outs are (`missing_rows`).
Verdict decide_written(std::span<const PointTrials> trials, const Statistics& statistics,
                       const std::function<Verdict(const Statistics&)>& decide);

/// Whether what such a verdict asks for is digits or missing rows, beside which no other size or
/// trial helps.
bool asks_for_rows(const Verdict& verdict);

}  // namespace asymptest
