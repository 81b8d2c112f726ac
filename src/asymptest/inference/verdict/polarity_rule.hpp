#pragma once

#include "asymptest/claim/claim.hpp"
#include "asymptest/inference/verdict/verdict.hpp"

namespace asymptest {

/// Whether a measurement that is small shows that the truth is small: it does unless the
/// measurement is a lower bound.
bool can_show_at_most(Polarity polarity);

/// Whether a measurement that is large shows that the truth is large: it does unless the
/// measurement is an upper bound.
bool can_show_at_least(Polarity polarity);

/// Turns a decision that the polarity can't carry into an inconclusive one that asks for nothing,
/// since no further trial helps, and says why before the reason.
void withhold(Verdict& verdict, Polarity polarity);

/// Whether that was done: it is inconclusive and asks for nothing.
bool is_withheld(const Verdict& verdict);

}  // namespace asymptest
