#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asymptest/claim/laws/law_record.hpp"
#include "asymptest/claim/laws/neighbour.hpp"
#include "asymptest/claim/sizes/point.hpp"

namespace asymptest {

/// Q ≥ lower and Q ≤ upper in every trial, or with a chance of 1 − `chance` at each design point
/// where that is what the theory says. `rounding` widens the bounds by the rounding error of the
/// measurement itself. The band is the chance of a violation, beyond `chance`, that enough trials
/// must exclude for the law to be supported; no band excuses a violation of a law that says every.
struct Inequality {
  std::optional<double> lower, upper;
  double rounding = 0;
  double chance = 0;
};

/// "always >= 1": for people, and a part of the claim's digest.
std::string describe(const Inequality& law);
/// What a verdict on it estimates: "chance of a violation".
std::string quantity_of(const Inequality& law, std::string_view factor);
LawRecord record_of(const Inequality& law);
/// Each bound that isn't 0 tightened by a tenth of itself, and by half: a bound of 0 has no scale.
std::vector<Neighbour<Inequality>> neighbours_of(const Inequality& law, double band);

}  // namespace asymptest
