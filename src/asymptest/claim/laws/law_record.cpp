#include "asymptest/claim/laws/law_record.hpp"

#include <array>

namespace asymptest {

namespace {

/// The name at an enumerator's place. Throws std::out_of_range for a number that is none.
template <typename E, std::size_t N>
std::string_view name_at(const std::array<std::string_view, N>& names, E value) {
  return names.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view name_of(LawKind kind) { return name_at(law_kind_names, kind); }

std::string_view name_of(Summary summary) {
  static constexpr std::array<std::string_view, summaries> names{"mean", "median",
                                                                 "geometric mean"};
  return name_at(names, summary);
}

std::string_view name_of(Relation relation) {
  static constexpr std::array<std::string_view, relations> names{"theta", "at_most", "at_least"};
  return name_at(names, relation);
}

std::string_view name_of(FigureKind figure) {
  static constexpr std::array<std::string_view, figure_kinds> names{"rate", "ratio", "slack",
                                                                    "run"};
  return name_at(names, figure);
}

}  // namespace asymptest
