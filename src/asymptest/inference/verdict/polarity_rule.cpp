#include "asymptest/inference/verdict/polarity_rule.hpp"

#include <fmt/format.h>

namespace asymptest {

bool can_show_at_most(Polarity polarity) { return polarity != Polarity::lower_bound; }

bool can_show_at_least(Polarity polarity) { return polarity != Polarity::upper_bound; }

void withhold(Verdict& verdict, Polarity polarity) {
  if (verdict.outcome == Outcome::inconclusive) return;
  verdict.reason = fmt::format("a measurement that is {} {} of the truth can't carry it: {}",
                               polarity == Polarity::lower_bound ? "a" : "an", name_of(polarity),
                               verdict.reason);
  verdict.outcome = Outcome::inconclusive;
  verdict.need = Need::nothing;
}

bool is_withheld(const Verdict& verdict) {
  return verdict.outcome == Outcome::inconclusive && verdict.need == Need::nothing;
}

}  // namespace asymptest
