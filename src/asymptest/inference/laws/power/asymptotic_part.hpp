#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "asymptest/claim/laws/prediction.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest {

/// A sweep without some of its sizes.
struct PartOfSweep {
  Statistics statistics;
  std::string
      left_out;  ///< "below N=256": those farther from the limit, or "above" that are nearer
};

/// The sizes that a verdict may rest on where no law fits all of them: those that are left without
/// the fewest that lie farthest from the law's limit, so that a law fits with p >= 5 %. At least
/// eight are left, and half of them, and the last of them is sixteen times the first; for a law may
/// wriggle through fewer. Nothing for several factors, for a period and for a law up to logarithms,
/// which follows what is left of many a law that it doesn't hold. Throws as `regressor` does.
std::optional<PartOfSweep> asymptotic_part(const PowerLaw& law, const Statistics& statistics,
                                           double alpha);

/// The fewest sizes, from either end of the sweep, without which some law fits, for advice alone:
/// six are left at least, eight where there are no repetitions.
std::optional<PartOfSweep> fitting_part(const PowerLaw& law, const Statistics& statistics,
                                        double alpha);

}  // namespace asymptest
