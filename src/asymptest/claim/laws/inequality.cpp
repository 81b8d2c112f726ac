#include "asymptest/claim/laws/inequality.hpp"

#include <fmt/format.h>

namespace asymptest {

std::string describe(const Inequality& law) {
  std::string text = "always";
  if (law.lower) text += fmt::format(" >= {:.6g}", *law.lower);
  if (law.upper) text += fmt::format(" <= {:.6g}", *law.upper);
  if (law.rounding > 0) text += fmt::format(" (rounding {:.2g})", law.rounding);
  if (law.chance > 0) text += fmt::format(" but for a chance of {:.6g}", law.chance);
  return text;
}

std::string quantity_of(const Inequality&, std::string_view) { return "chance of a violation"; }

LawRecord record_of(const Inequality& law) {
  LawRecord record{.kind = LawKind::inequality, .figure = FigureKind::slack};
  if (law.lower) record.lower = *law.lower;
  if (law.upper) record.upper = *law.upper;
  return record;
}

}  // namespace asymptest
