#pragma once

#include "asymptest/check/rows/check_request.hpp"
#include "asymptest/check/rows/evidence.hpp"
#include "asymptest/data/table.hpp"

namespace asymptest::cli {

/// The evidence of rows that share something with others, told by the text of the column `pair` or
/// `group`; rows of one size that share it are averaged first (geometrically, for a geometric
/// mean).
///
/// `pair`: each is at every size (one seed, one test point), and its factor is the same there
/// (paired_summaries.hpp). Those that some size lacks are left out where `skip_missing` says so.
/// `group`: each is at one size (a run of several rows), and is then one trial; or at all of them,
/// and is then a pair.
///
/// Throws InputError naming a pair or group that some size lacks, and for pairs in a law that is no
/// power law.
Evidence evidence_of_blocks(const CheckRequest& request, const Prediction& prediction,
                            const NumericTable& table);

}  // namespace asymptest::cli
