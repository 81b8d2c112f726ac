#pragma once

#include "asymptest/check/check.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest::cli {

/// What a file says of a power law of one size whose exponent is unknown.
struct PowerEvidence {
  PowerLaw law;
  Evidence evidence;
  Statistics statistics;  ///< none of a proportion
  std::string format;
};

/// Reads it. The request's law and band are not looked at. Throws InputError as `check` does, and
/// for several columns of sizes.
PowerEvidence read_power_evidence(CheckRequest request);

/// The exponent's regions at the level of a verdict.
PowerLawFit fit_exponent(const PowerLaw& law, const Statistics& statistics, double alpha);
/// Those that hold whatever law the trials have (bounded_fit.hpp), of a proportion.
PowerLawFit fit_proportion(const PowerEvidence& data, double alpha);

}  // namespace asymptest::cli
