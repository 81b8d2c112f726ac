#pragma once

#include <optional>
#include <string>
#include <vector>

#include "asymptest/claim/laws/power_law.hpp"
#include "asymptest/inference/sample/summaries.hpp"

namespace asymptest::cli {

/// The exponent between neighbouring sizes, and the sizes among which it is steady.
struct SizeWindow {
  /// In the order of the sizes, one fewer than these; of more than 24 sizes between the means of
  /// twelve groups of neighbours.
  std::vector<double> slopes;
  std::optional<double> from, up_to;  ///< where it is steady on a part of the sizes alone
};

/// The longest run of local slopes that differ from their mean by three errors, a tenth of it or
/// 0.05 at most, whichever is more; three slopes and half of all at least. What lies before it is
/// not yet asymptotic, or what lies behind it stands in a floor.
///
/// It is a look at the data, for advice alone: sizes that are left out because of what they
/// measured take the verdict's chance of an error away. Empty for several factors and for a law
/// with a period.
SizeWindow steady_window(const PowerLaw& law, const Statistics& statistics);

/// What single rows lack whose local exponents show it: sizes that have settled, where the first
/// ones are more than twice as steep as the last two, which are steady; sizes before a floor, where
/// the last one is less than four fifths of a steady value before it; or, of more than 24 sizes
/// whose steps are uneven, for they are those that objects have, what else the rows depend on.
/// Empty where trials tell the noise, and of none of these.
std::string advice_of_slopes(const PowerLaw& law, const Statistics& statistics);

/// "local exponents -0.9 -0.5 …, steady from 32 on (--from 32 …)", a line; empty of no slopes.
std::string window_text(const SizeWindow& window);

}  // namespace asymptest::cli
