#pragma once

#include <span>
#include <vector>

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/decide.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest {

/// The prediction as data for the record: its kind, factors, bounds and location.
LawRecord law_record(const Prediction& prediction);

/// Of each design point the regressors of a power law, the curve of a value law, and the smallest,
/// first decile, median, last decile and largest of its trials (linear interpolation between order
/// statistics). A regressor or curve that can't be evaluated there is NaN: what to say of it is
/// the verdict's matter. Non-finite trials are left out of the spread, which is NaN if none is
/// left.
std::vector<PointRecord> point_records(const Prediction& prediction,
                                       std::span<const PointTrials> trials, const Verdict& verdict);

}  // namespace asymptest
