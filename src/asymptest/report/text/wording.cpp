#include "asymptest/report/text/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "asymptest/report/text/number.hpp"

namespace asymptest::report {
namespace {

void add(Tally& tally, Status status) {
  ++tally.all;
  switch (status) {
    case Status::expected:
      ++tally.expected;
      break;
    case Status::unexpected:
      ++tally.unexpected;
      break;
    case Status::undecided:
      ++tally.undecided;
      break;
    case Status::failed:
      ++tally.failed;
      break;
    case Status::unmeasured:
      ++tally.unmeasured;
      break;
  }
}

Tally tally(const Record& record, bool of_controls) {
  Tally result;
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      if (subject.control.empty() != of_controls) add(result, subject.status);
    }
  }
  return result;
}

std::string counted(int n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

/// Of those that were measured: "6 of 8 claims", or "8 claims" where all are as declared.
std::string share_as_declared(const Tally& tally, std::string_view noun) {
  const int measured = tally.all - tally.unmeasured;
  if (tally.expected == measured) return counted(measured, noun);
  return fmt::format("{} of {}", tally.expected, counted(measured, noun));
}

std::string remainder(const Tally& claims, const Tally& controls) {
  const std::pair<int, std::string_view> parts[] = {
      {claims.unexpected + controls.unexpected, "not as declared"},
      {claims.undecided + controls.undecided, "undecided"},
      {claims.failed + controls.failed, "failed"},
      {claims.unmeasured + controls.unmeasured, "not measured"}};
  std::string text;
  for (const auto& [n, word] : parts) {
    if (n > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", n, word);
  }
  return text;
}

/// How the theorems that hold are known to.
std::string extent(int proved, int hold) {
  if (proved == hold) return "proved in general";
  if (proved == 0) return "verified exactly on instances";
  return fmt::format("{} proved in general and {} verified exactly on instances", proved,
                     hold - proved);
}

}  // namespace

std::string with_signs(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> signs[] = {
      {"-> infinity", "→ ∞"}, {"-> 0", "→ 0"}, {"<=", "≤"}, {">=", "≥"}};
  std::string out;
  bool code = false;
  while (!text.empty()) {
    std::string_view taken = text.substr(0, 1), put = taken;
    code ^= text.front() == '`';
    for (const auto& [plain, sign] : signs) {
      if (code || !text.starts_with(plain)) continue;
      taken = plain;
      put = sign;
    }
    const bool starts =
        !code && (out.empty() || std::string_view(" [(^").find(out.back()) != std::string::npos);
    const bool number = text.size() > 1 && text[1] >= '0' && text[1] <= '9';
    if (text.front() == '-' && starts && number) put = "−";
    out += put;
    text.remove_prefix(taken.size());
  }
  return out;
}

StatusLook look_of(Status status) {
  switch (status) {
    case Status::expected:
      return {"as declared", "✓", "expected"};
    case Status::unexpected:
      return {"not as declared", "✗", "unexpected"};
    case Status::undecided:
      return {"undecided", "?", "undecided"};
    case Status::failed:
      return {"failed", "!", "failed"};
    case Status::unmeasured:
      break;
  }
  return {"not measured", "·", "unmeasured"};
}

Tally claims_tally(const Record& record) { return tally(record, false); }

Tally controls_tally(const Record& record) { return tally(record, true); }

std::string_view step_word(const ProofRecord& proof, const StepRecord& step) {
  if (proof.status == Status::unmeasured) return "not checked";
  if (!step.holds) return "does not hold";
  return step.general ? "proved" : "verified on instances";
}

std::string_view proof_word(const ProofRecord& proof) {
  if (proof.status == Status::unmeasured) return "not checked";
  if (proof.status != Status::expected) return "does not hold";
  const bool general =
      !proof.steps.empty() && std::all_of(proof.steps.begin(), proof.steps.end(),
                                          [](const StepRecord& step) { return step.general; });
  return general ? "proved" : "verified on instances";
}

std::string proofs_sentence(const Record& record) {
  const auto all = static_cast<int>(record.proofs.size());
  if (all == 0) return "";
  int hold = 0, proved = 0, unchecked = 0, steps = 0, general = 0;
  for (const ProofRecord& proof : record.proofs) {
    hold += proof.status == Status::expected;
    proved += proof_word(proof) == "proved";
    unchecked += proof.status == Status::unmeasured;
    for (const StepRecord& step : proof.steps) {
      ++steps;
      general += step_word(proof, step) == "proved";
    }
  }
  if (unchecked == all) return "No theorem was checked.";
  std::string text = fmt::format("{} of {} hold", hold, counted(all, "theorem"));
  if (hold > 0)
    text += ", " + extent(proved, hold) +
            fmt::format(" ({} of {} in general)", general, counted(steps, "step"));
  if (unchecked > 0) text += fmt::format(", {} not checked", unchecked);
  return text + '.';
}

std::string suite_sentence(const Record& record) {
  const Tally claims = claims_tally(record);
  const Tally controls = controls_tally(record);
  const std::string proofs = proofs_sentence(record);
  if (claims.all + controls.all == claims.unmeasured + controls.unmeasured) {
    const bool checked =
        std::any_of(record.proofs.begin(), record.proofs.end(),
                    [](const ProofRecord& proof) { return proof.status != Status::unmeasured; });
    if (!checked) return "Nothing was measured.";
    return claims.all > 0 ? "No claim was measured. " + proofs : proofs;
  }
  std::string text = share_as_declared(claims, "claim");
  if (controls.all > 0) text += " and " + share_as_declared(controls, "control");
  text += " came out as declared";
  if (const std::string rest = remainder(claims, controls); !rest.empty()) text += "; " + rest;
  text += fmt::format(". The chance that any verdict here is wrong is at most {}.",
                      percent(record.alpha));
  return proofs.empty() ? text : text + ' ' + proofs;
}

std::string_view role_of(const ClaimRecord& claim, const SubjectRecord& subject) {
  if (!subject.control.empty()) return subject.must_be_supported ? "harmless control" : "control";
  return claim.corrected_by.empty() ? "claim" : "erratum";
}

std::string verdict_word(const SubjectRecord& subject) {
  if (subject.status == Status::failed || subject.status == Status::unmeasured) {
    return std::string(look_of(subject.status).word);
  }
  return std::string(name_of(subject.verdict.outcome));
}

std::string verdict_and_status(const SubjectRecord& subject) {
  const std::string verdict = verdict_word(subject);
  const std::string_view status = look_of(subject.status).word;
  return verdict == status ? verdict : fmt::format("{}, {}", verdict, status);
}

std::string sentence(std::string text) {
  text = with_signs(text);
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
  if (!text.empty() && text.find_last_of(".!?") != text.size() - 1) text += '.';
  return text;
}

std::string reason_of(const SubjectRecord& subject) {
  if (!subject.status_reason.empty()) return subject.status_reason;
  if (!subject.verdict.reason.empty()) return subject.verdict.reason;
  if (!subject.failures.empty()) return subject.failures.front().message;
  return subject.status == Status::unmeasured ? "Nothing was measured yet." : "";
}

Interval deciding_interval(const Estimate& e) {
  const bool has_region = !std::isnan(e.region_lower) && !std::isnan(e.region_upper);
  return has_region ? Interval{e.region_lower, e.region_upper} : Interval{e.lower, e.upper};
}

std::string rivals_text(const ClaimRecord& claim) {
  std::string text;
  for (const RivalRecord& rival : claim.rivals) {
    text += (text.empty() ? "" : "; ") + exponent(rival.value);
    if (!rival.name.empty()) text += " (" + rival.name + ')';
  }
  return text;
}

std::string estimate_name(const SubjectRecord& subject, const Estimate& estimate) {
  return subject.law.kind == LawKind::power_law ? "exponent of " + estimate.name : estimate.name;
}

std::string quotation(const Record& record, const ClaimRecord& claim,
                      const SubjectRecord& subject) {
  std::string found;
  for (const Estimate& e : subject.verdict.estimates) {
    const Interval decides = deciding_interval(e);
    found += fmt::format("{}{} {}, band {}", found.empty() ? ": " : "; ", estimate_name(subject, e),
                         with_interval(e.estimate, decides.lower, decides.upper),
                         band(e.band_lower, e.band_upper));
  }
  return fmt::format(
      "\u201c{}\u201d ({}) is {}{} (asymptest {}, tier {}, seed {}; the chance that this is wrong "
      "is at most {}).",
      claim.title, claim.id, name_of(subject.verdict.outcome), found, record.provenance.version,
      record.provenance.tier, record.provenance.seed, percent(subject.verdict.alpha));
}

std::vector<std::string> unguarded_hypotheses(const ClaimRecord& claim) {
  std::vector<std::string> unguarded;
  for (const std::string& hypothesis : claim.assumes) {
    const bool broken = std::any_of(
        claim.subjects.begin(), claim.subjects.end(), [&](const SubjectRecord& subject) {
          return !subject.control.empty() && !subject.must_be_supported &&
                 subject.breaks == hypothesis;
        });
    if (!broken) unguarded.push_back(hypothesis);
  }
  return unguarded;
}

std::string registration_text(const ClaimRecord& claim) {
  if (!claim.registered_at) return "";
  const std::int64_t earlier = claim.earlier_definitions.value_or(0);
  return fmt::format("{}, first trial {}{}", *claim.registered_at,
                     claim.first_trial_at.value_or("none yet"),
                     earlier == 0   ? ""
                     : earlier == 1 ? ", after 1 other definition"
                                    : fmt::format(", after {} other definitions", earlier));
}

}  // namespace asymptest::report
