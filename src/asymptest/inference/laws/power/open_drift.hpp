#pragma once

#include <optional>
#include <string>

#include "asymptest/claim/claim.hpp"
#include "asymptest/inference/correction/drift.hpp"
#include "asymptest/inference/fit/basis/exponent_region.hpp"
#include "asymptest/inference/laws/power/exponent_band.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// The drift of a law's local exponent that may still bring it into the band it lies outside of
/// (drift.hpp): such a law is not refuted. Of one factor without a constant or a period; `error` of
/// the statistics is what the fitted law may be off by.
std::optional<Drift> open_drift(const PowerLaw& law, const Statistics& statistics,
                                const PowerLawFit& fit, const ExponentBand& band);

/// "pre-asymptotic: the local exponent, 0.4 at the last sizes, still drifts towards the band, …".
std::string describe(const Drift& drift);

}  // namespace asymptest
