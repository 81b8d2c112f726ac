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

namespace {

ValueLaw times(const ValueLaw& law, double factor) {
  ValueLaw changed = law;
  changed.curve = [curve = law.curve, factor](const Point& at) { return factor * curve(at); };
  return changed;
}

}  // namespace

std::vector<Neighbour<ValueLaw>> neighbours_of(const ValueLaw& law, double band) {
  std::vector<Neighbour<ValueLaw>> all;
  for (const int bands : {-2, -1, 1, 2}) {
    all.push_back({"value " + bands_text(bands), times(law, 1 + bands * band)});
  }
  all.push_back({"value x 1.1", times(law, 1.1)});
  return all;
}

}  // namespace asymptest
