#include "asymptest/claim/laws/inequality.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

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

std::vector<Neighbour<Inequality>> neighbours_of(const Inequality& law, double) {
  std::vector<Neighbour<Inequality>> all;
  for (const auto& [share, words] : {std::pair{0.1, "a tenth"}, std::pair{0.5, "half"}}) {
    Inequality changed = law;
    if (law.lower) *changed.lower += share * std::abs(*law.lower);
    if (law.upper) *changed.upper -= share * std::abs(*law.upper);
    if (changed.lower == law.lower && changed.upper == law.upper) continue;
    all.push_back({fmt::format("bound tightened by {}", words), changed});
  }
  return all;
}

}  // namespace asymptest
