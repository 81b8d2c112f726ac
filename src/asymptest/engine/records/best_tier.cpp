#include "asymptest/engine/records/best_tier.hpp"

#include <algorithm>
#include <set>

#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

auto decided(const ClaimRecord& claim) {
  return std::count_if(
      claim.subjects.begin(), claim.subjects.end(), [](const SubjectRecord& subject) {
        return subject.status != Status::unmeasured && subject.status != Status::undecided;
      });
}

auto measured(const ClaimRecord& claim) {
  return std::count_if(
      claim.subjects.begin(), claim.subjects.end(),
      [](const SubjectRecord& subject) { return subject.status != Status::unmeasured; });
}

bool tells_more(const ClaimRecord& a, const ClaimRecord& b) {
  return decided(a) > decided(b) || (decided(a) == decided(b) && measured(a) > measured(b));
}

}  // namespace

Record best_of_tiers(std::span<const Record> by_tier) {
  require(!by_tier.empty(), "no record at any tier, expected one at least");
  Record best = by_tier.front();
  std::set<std::size_t> sources;
  for (std::size_t i = 0; i < best.claims.size(); ++i) {
    std::size_t source = 0;
    for (std::size_t tier = 1; tier < by_tier.size(); ++tier) {
      const bool same = i < by_tier[tier].claims.size() &&
                        by_tier[tier].claims[i].id == by_tier.front().claims[i].id;
      require(same, "the records of two tiers differ in '{}'", by_tier.front().claims[i].id);
      if (tells_more(by_tier[tier].claims[i], by_tier[source].claims[i])) source = tier;
    }
    best.claims[i] = by_tier[source].claims[i];
    if (measured(best.claims[i]) > 0) sources.insert(source);
  }
  if (sources.empty()) return best;
  best.provenance = by_tier[*sources.begin()].provenance;
  best.provenance.tier.clear();
  for (const std::size_t source : sources) {
    if (!best.provenance.tier.empty()) best.provenance.tier += ", ";
    best.provenance.tier += by_tier[source].provenance.tier;
  }
  return best;
}

}  // namespace asymptest
