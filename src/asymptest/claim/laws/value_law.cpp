#include "asymptest/claim/laws/value_law.hpp"

namespace asymptest {

std::string describe(const ValueLaw&) { return "equals its predicted value"; }

std::string quantity_of(const ValueLaw&, std::string_view) { return "relative deviation"; }

LawRecord record_of(const ValueLaw& law) {
  return {.kind = LawKind::value,
          .figure = FigureKind::ratio,
          .relation = Relation::theta,
          .summary = law.summary};
}

double predicted_by(const ValueLaw& law, const Point& at) { return law.curve(at); }

}  // namespace asymptest
