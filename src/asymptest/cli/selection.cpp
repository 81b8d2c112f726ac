#include "asymptest/cli/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "asymptest/cli/filter.hpp"

namespace asymptest::cli {

Only parse_only(const std::string& text) {
  if (text.empty()) return Only::everything;
  if (text == "claim" || text == "claims") return Only::claims;
  if (text == "control" || text == "controls") return Only::controls;
  throw std::invalid_argument(fmt::format("--only is '{}', expected claim or controls", text));
}

Selection::Selection(std::span<const Subject> suite, std::span<const std::string> filters,
                     Only only) {
  if (suite.empty()) throw NothingMatches("this program has no claims");
  std::vector<std::string> names;
  for (const Subject& subject : suite) names.push_back(subject.name());
  const std::vector<bool> selected = select(filters, names);
  for (std::size_t i = 0; i < suite.size(); ++i) {
    const bool is_control = suite[i].control != nullptr;
    const bool wanted = only == Only::everything || (only == Only::controls) == is_control;
    if (selected[i] && wanted) names_.insert(names[i]);
  }
  if (names_.empty()) throw NothingMatches("the filters leave nothing");
}

Record Selection::part_of(const Record& record) const {
  Record part{.provenance = record.provenance, .alpha = record.alpha};
  for (const ClaimRecord& claim : record.claims) {
    ClaimRecord kept = claim;
    std::erase_if(kept.subjects, [&](const SubjectRecord& s) { return !contains(s.name); });
    if (!kept.subjects.empty()) part.claims.push_back(std::move(kept));
  }
  return part;
}

}  // namespace asymptest::cli
