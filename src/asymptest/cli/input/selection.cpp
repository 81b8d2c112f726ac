#include "asymptest/cli/input/selection.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "asymptest/claim/registry.hpp"
#include "asymptest/cli/input/filter.hpp"

namespace asymptest::cli {
namespace {

struct Named {
  std::string name;
  Only kind;
};

std::vector<Named> names_of(const Catalogue& catalogue) {
  std::vector<Named> names;
  for (const Subject& subject : catalogue.suite) {
    names.push_back({subject.name(), subject.control == nullptr ? Only::claims : Only::controls});
  }
  for (const Proof* proof : catalogue.proofs) names.push_back({proof->id, Only::proofs});
  return names;
}

}  // namespace

Catalogue catalogue() { return {registry().subjects(), proof_registry().proofs(), {}}; }

Only parse_only(const std::string& text) {
  if (text.empty()) return Only::everything;
  if (text == "claim" || text == "claims") return Only::claims;
  if (text == "control" || text == "controls") return Only::controls;
  if (text == "proof" || text == "proofs") return Only::proofs;
  throw std::invalid_argument(
      fmt::format("--only is '{}', expected claim, controls or proofs", text));
}

Selection::Selection(const Catalogue& catalogue, std::span<const std::string> filters, Only only) {
  const std::vector<Named> all = names_of(catalogue);
  if (all.empty()) throw NothingMatches("this program has no claims");
  std::vector<std::string> names;
  for (const Named& one : all) names.push_back(one.name);
  const std::vector<bool> selected = select(filters, names);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool wanted = only == Only::everything || only == all[i].kind;
    if (selected[i] && wanted) names_.insert(all[i].name);
  }
  if (names_.empty()) throw NothingMatches("the filters leave nothing");
}

Catalogue Selection::part_of(const Catalogue& catalogue) const {
  Catalogue part = catalogue;
  std::erase_if(part.suite, [&](const Subject& subject) { return !contains(subject.name()); });
  std::erase_if(part.proofs, [&](const Proof* proof) { return !contains(proof->id); });
  return part;
}

Record Selection::part_of(const Record& record) const {
  Record part = record;
  for (ClaimRecord& claim : part.claims) {
    std::erase_if(claim.subjects, [&](const SubjectRecord& s) { return !contains(s.name); });
  }
  std::erase_if(part.claims, [](const ClaimRecord& claim) { return claim.subjects.empty(); });
  std::erase_if(part.proofs, [&](const ProofRecord& proof) { return !contains(proof.id); });
  return part;
}

}  // namespace asymptest::cli
