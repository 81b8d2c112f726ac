#pragma once

#include <string>

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/claim/sizes/sweep.hpp"
#include "asymptest/experiment/fields.hpp"
#include "asymptest/experiment/sweep_fields.hpp"

namespace asymptest {

/// A prediction of what is measured on a sweep, read from a table:
///
///     [predict]
///     law = "theta m^-0.5"        # law_text.hpp
///     within = 0.1
///     because = "two bands on either side end before the rival"
///     rivals = [{ value = 0, name = "no averaging" }]
///
/// and towards, up_to_logs, corrected_by, with_period, summary, but_for_chance as in C++, and
/// may_hide_terms, that is `may_be_cost`, `may_begin_early` and `may_hide_terms` there. Unsaid, it
/// holds of power laws whose sizes stand elsewhere, with finished runs: people's own data.
/// Throws ClaimFileError, also for a law of an axis that the sweep doesn't have.
Prediction read_prediction(const Fields& fields, const Sweep& sweep, Sizes sizes);

/// What of such a table changes a verdict although the prediction's description doesn't say it: the
/// formula of a value.
std::string undescribed_in(const Fields& fields);

}  // namespace asymptest
