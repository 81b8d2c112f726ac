#pragma once

#include <optional>
#include <vector>

#include "asymptest/check/check_request.hpp"
#include "asymptest/data/table.hpp"
#include "asymptest/inference/sample/summaries.hpp"
#include "asymptest/inference/sample/trials.hpp"

namespace asymptest::cli {

/// What is decided from: trials, or summaries of them where the rows say no more or say more.
struct Evidence {
  std::vector<PointTrials> trials;
  std::optional<Statistics> summaries;
};

/// One design point for each combination of sizes, in increasing order; its trials in the order of
/// the rows. The table has the columns of `columns_of`.
/// Throws InputError with the line of the first size of a power law (for a geometric mean, or
/// value) that is not positive, the sizes of a power law's column that are fewer than four, or the
/// design point whose bounds leave its median open.
std::vector<PointTrials> trials_of(const CheckRequest& request, const Prediction& prediction,
                                   const NumericTable& table);

/// The trials, or the published means and errors. Throws as `trials_of` and `published` do.
Evidence evidence_of(const CheckRequest& request, const Prediction& prediction,
                     const NumericTable& table);

}  // namespace asymptest::cli
