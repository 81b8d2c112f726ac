#include "asymptest/report/formats/junit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

/// The counts that the formats of JUnit ask of a suite.
struct Counts {
  int tests = 0, failures = 0, errors = 0, skipped = 0;
  double seconds = 0;
};

void add(Counts& counts, const SubjectRecord& subject) {
  ++counts.tests;
  counts.seconds += subject.seconds;
  counts.failures += subject.status == Status::unexpected || subject.status == Status::undecided;
  counts.errors += subject.status == Status::failed;
  counts.skipped += subject.status == Status::unmeasured;
}

std::string attributes(const Counts& counts) {
  return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="{}" time="{:.3f}")",
                     counts.tests, counts.failures, counts.errors, counts.skipped, counts.seconds);
}

std::string failure_list(const SubjectRecord& subject) {
  std::string text;
  for (const TrialFailure& failure : subject.failures) {
    text += fmt::format("{}, trial {}: {}\n", failure.point, failure.trial, failure.message);
  }
  return text + subject.reproduce;
}

std::string outcome(const SubjectRecord& subject) {
  if (subject.status == Status::expected) return "";
  const std::string reason = markup(reason_of(subject));
  if (subject.status == Status::unmeasured) {
    return fmt::format("      <skipped message=\"{}\"/>\n", reason);
  }
  const char* tag = subject.status == Status::failed ? "error" : "failure";
  return fmt::format("      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n", tag,
                     look_of(subject.status).word, reason, markup(failure_list(subject)));
}

std::string failed_steps(const ProofRecord& proof) {
  std::string text;
  for (const StepRecord& step : proof.steps) {
    if (!step.holds) text += step.name + " does not hold: " + step.message + '\n';
    for (const PlantedRecord& error : step.planted) {
      if (!error.caught) text += step.name + " does not catch " + error.error + '\n';
    }
  }
  return text + proof.reproduce;
}

/// A proof as a subject, so that it is counted and written as one.
SubjectRecord as_subject(const ProofRecord& proof) {
  SubjectRecord subject;
  subject.name = proof.id;
  subject.status = proof.status;
  subject.status_reason = proof.status_reason;
  subject.seconds = proof.seconds;
  subject.reproduce = failed_steps(proof);
  return subject;
}

std::string test_case(const std::string& topic, const SubjectRecord& subject) {
  return fmt::format(
      "    <testcase name=\"{}\" classname=\"{}\" time=\"{:.3f}\">\n{}    </testcase>\n",
      markup(subject.name), markup(topic), subject.seconds, outcome(subject));
}

bool anything_measured(const Record& record) {
  const Tally claims = claims_tally(record), controls = controls_tally(record);
  return claims.unmeasured < claims.all || controls.unmeasured < controls.all ||
         std::any_of(record.proofs.begin(), record.proofs.end(),
                     [](const ProofRecord& proof) { return proof.status != Status::unmeasured; });
}

}  // namespace

std::string junit(const Record& record) {
  const bool partly = anything_measured(record);
  Counts total;
  std::map<std::string, std::pair<Counts, std::string>> suites;
  for (const ClaimRecord& claim : record.claims) {
    auto& [counts, cases] = suites[claim.topic];
    for (const SubjectRecord& subject : claim.subjects) {
      if (subject.status == Status::unmeasured && partly) continue;
      add(total, subject);
      add(counts, subject);
      cases += test_case(claim.topic, subject);
    }
  }
  for (const ProofRecord& proof : record.proofs) {
    if (proof.status == Status::unmeasured && partly) continue;
    auto& [counts, cases] = suites[proof.topic];
    add(total, as_subject(proof));
    add(counts, as_subject(proof));
    cases += test_case(proof.topic, as_subject(proof));
  }
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  text += fmt::format("<testsuites name=\"asymptest\" {}>\n", attributes(total));
  for (const auto& [topic, suite] : suites) {
    text += fmt::format("  <testsuite name=\"{}\" {}>\n{}  </testsuite>\n", markup(topic),
                        attributes(suite.first), suite.second);
  }
  return text + "</testsuites>\n";
}

}  // namespace asymptest::report
