#pragma once

#include <vector>

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/check/rows/evidence.hpp"
#include "asymptest/data/table.hpp"

namespace asymptest::cli {

/// One design point for each combination of sizes, in increasing order; its trials in the order of
/// the rows. The table has the columns of `columns_of`.
/// Throws InputError with the line of the first size of a power law (for a geometric mean, or
/// value) that is not positive, the sizes of a power law's column that are fewer than four, or the
/// design point whose bounds leave its median open.
std::vector<PointTrials> trials_of(const CheckRequest& request, const Prediction& prediction,
                                   const NumericTable& table);

/// The trials, alone or in blocks, or the published means and errors. Throws as `trials_of`,
/// `evidence_of_blocks` and `published` do.
Evidence evidence_of(const CheckRequest& request, const Prediction& prediction,
                     const NumericTable& table);

}  // namespace asymptest::cli
