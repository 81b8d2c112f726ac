#include "asymptest/report/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

using Kind = Change::Kind;

/// Relative difference that another compiler's rounding may make to a number without noise.
constexpr double rounding = 1e-12;

bool differs(double a, double b) {
  if (a == b || (std::isnan(a) && std::isnan(b))) return false;
  return !(std::abs(a - b) <= rounding * std::max(std::abs(a), std::abs(b)));
}

bool outside(double value, const Estimate& of) {
  return (value < of.lower && differs(value, of.lower)) ||
         (value > of.upper && differs(value, of.upper));
}

bool drifted(const Estimate& older, const Estimate& newer) {
  return outside(older.estimate, newer) && outside(newer.estimate, older);
}

/// Whether the newer band, seen from its own prediction, reaches farther on either side.
bool loosened(const Estimate& older, const Estimate& newer) {
  const double below = older.predicted - older.band_lower;
  const double above = older.band_upper - older.predicted;
  const double new_below = newer.predicted - newer.band_lower;
  const double new_above = newer.band_upper - newer.predicted;
  return (new_below > below && differs(new_below, below)) ||
         (new_above > above && differs(new_above, above));
}

using Subjects = std::map<std::string, const SubjectRecord*>;

Subjects subjects_of(const Record& record) {
  Subjects all;
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) all[subject.name] = &subject;
  }
  return all;
}

const Estimate* named(const SubjectRecord& subject, const std::string& name) {
  const auto& all = subject.verdict.estimates;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Estimate& e) { return e.name == name; });
  return found == all.end() ? nullptr : &*found;
}

/// Collects the changes of one subject.
class SubjectComparison {
 public:
  SubjectComparison(const SubjectRecord& older, const SubjectRecord& newer,
                    std::vector<Change>& changes)
      : older_(older), newer_(newer), changes_(changes) {}

  void run() {
    compare_verdicts();
    compare_texts("prediction", older_.prediction, newer_.prediction);
    compare_texts("must show", older_.expectation, newer_.expectation);
    for (const Estimate& estimate : newer_.verdict.estimates) {
      if (const Estimate* before = named(older_, estimate.name)) {
        compare_estimates(*before, estimate);
      }
    }
  }

 private:
  void add(Kind kind, std::string what) {
    changes_.push_back({kind, newer_.name, std::move(what)});
  }

  void compare_verdicts() {
    const std::string before = verdict_and_status(older_);
    const std::string after = verdict_and_status(newer_);
    if (before == after) return;
    add(Kind::verdict, fmt::format("from {} to {}: {}", before, after, reason_of(newer_)));
  }

  void compare_texts(std::string_view what, const std::string& before, const std::string& after) {
    if (before == after) return;
    add(Kind::declaration, fmt::format(R"({}: from "{}" to "{}")", what, before, after));
  }

  void compare_estimates(const Estimate& before, const Estimate& after) {
    if (drifted(before, after)) {
      add(Kind::drift, fmt::format("{}: from {} to {}", after.name,
                                   with_interval(before.estimate, before.lower, before.upper),
                                   with_interval(after.estimate, after.lower, after.upper)));
    }
    if (loosened(before, after)) {
      add(Kind::loosened,
          fmt::format("{}: from {} to {}", after.name, band(before.band_lower, before.band_upper),
                      band(after.band_lower, after.band_upper)));
    }
  }

  const SubjectRecord& older_;
  const SubjectRecord& newer_;
  std::vector<Change>& changes_;
};

/// A declared band that grew, where no estimate shows it (a claim that failed or was not measured).
void compare_declared_bands(const Record& older, const Record& newer,
                            std::vector<Change>& changes) {
  std::map<std::string, double> bands;
  for (const ClaimRecord& claim : older.claims) bands[claim.id] = claim.band;
  for (const ClaimRecord& claim : newer.claims) {
    const auto before = bands.find(claim.id);
    if (before == bands.end() || !(claim.band > before->second)) continue;
    const bool shown = std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
      return change.kind == Kind::loosened && change.subject == claim.id;
    });
    if (shown || !differs(claim.band, before->second)) continue;
    changes.push_back(
        {Kind::loosened, claim.id,
         fmt::format("band: from {} to {}", number(before->second), number(claim.band))});
  }
}

void compare_proofs(const Record& older, const Record& newer, std::vector<Change>& changes) {
  std::map<std::string, Status> before;
  for (const ProofRecord& proof : older.proofs) before[proof.id] = proof.status;
  for (const ProofRecord& proof : newer.proofs) {
    const auto found = before.find(proof.id);
    if (found == before.end()) {
      changes.push_back({Kind::added, proof.id, std::string(look_of(proof.status).word)});
      continue;
    }
    if (found->second != proof.status) {
      changes.push_back({Kind::verdict, proof.id,
                         fmt::format("from {} to {}: {}", look_of(found->second).word,
                                     look_of(proof.status).word, proof.status_reason)});
    }
    before.erase(found);
  }
  for (const auto& [id, status] : before) {
    changes.push_back({Kind::removed, id, fmt::format("was {}", look_of(status).word)});
  }
}

}  // namespace

std::string_view name_of(Change::Kind kind) {
  constexpr std::string_view names[] = {"verdict changed", "exponent drifted",
                                        "band loosened",   "declaration changed",
                                        "added",           "removed"};
  return names[static_cast<int>(kind)];
}

std::vector<Change> compare(const Record& older, const Record& newer) {
  std::vector<Change> changes;
  if (newer.alpha > older.alpha && differs(newer.alpha, older.alpha)) {
    changes.push_back({Kind::loosened, "",
                       fmt::format("chance that any verdict is wrong: from {} to {}",
                                   percent(older.alpha), percent(newer.alpha))});
  }
  Subjects before = subjects_of(older);
  for (const ClaimRecord& claim : newer.claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      const auto found = before.find(subject.name);
      if (found == before.end()) {
        changes.push_back({Kind::added, subject.name, verdict_and_status(subject)});
        continue;
      }
      SubjectComparison(*found->second, subject, changes).run();
      before.erase(found);
    }
  }
  compare_declared_bands(older, newer, changes);
  compare_proofs(older, newer, changes);
  for (const auto& [name, subject] : before) {
    changes.push_back({Kind::removed, name, "was " + verdict_and_status(*subject)});
  }
  return changes;
}

}  // namespace asymptest::report
