#include "asymptest/claim/laws/exponential_decay.hpp"

#include <fmt/format.h>

#include <utility>

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

std::vector<Neighbour<ExponentialDecay>> neighbours_of(const ExponentialDecay& law, double band) {
  std::vector<Neighbour<ExponentialDecay>> all;
  for (const int bands : {1, 2}) {
    ExponentialDecay changed = law;
    changed.rate *= 1 + bands * band;
    all.push_back({quantity_of(law, law.axis) + " " + bands_text(bands), std::move(changed)});
  }
  return all;
}

}  // namespace asymptest
