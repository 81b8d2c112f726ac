#include "asymptest/claim/laws/exponential_decay.hpp"

#include <fmt/format.h>

namespace asymptest {

std::string describe(const ExponentialDecay& law) {
  return fmt::format("decays in {} at rate {:.6g}", law.axis, law.rate);
}

std::string quantity_of(const ExponentialDecay& law, std::string_view) {
  return fmt::format("decay rate in {}", law.axis);
}

LawRecord record_of(const ExponentialDecay& law) {
  return {.kind = LawKind::exponential_decay,
          .figure = FigureKind::rate,
          .relation = Relation::at_most,
          .summary = law.summary,
          .factors = {{law.axis, -law.rate}}};
}

}  // namespace asymptest
