#include "asymptest/report/formats/markdown_report.hpp"

#include <fmt/format.h>

#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

std::string figure_path(const SubjectRecord& subject) {
  return "figures/" + file_stem(subject.name) + ".svg";
}

std::string estimates_of(const SubjectRecord& subject) {
  std::string text;
  for (const Estimate& e : subject.verdict.estimates) {
    if (!text.empty()) text += "<br>";
    text += fmt::format("{}: {}", markdown(e.name),
                        markdown(with_interval(e.estimate, e.lower, e.upper)));
  }
  return text;
}

std::string bands_of(const SubjectRecord& subject) {
  std::string text;
  for (const Estimate& e : subject.verdict.estimates) {
    if (!text.empty()) text += "<br>";
    text += markdown(band(e.band_lower, e.band_upper));
  }
  return text;
}

std::string row(const ClaimRecord& claim, const SubjectRecord& subject) {
  const StatusLook look = look_of(subject.status);
  const std::string name = subject.control.empty() ? fmt::format("**{}**", markdown(claim.id))
                                                   : "↳ " + markdown(subject.control);
  return fmt::format("| {} {} | {} | {} | {} | {} | {} | [svg]({}) |\n", look.mark, look.word, name,
                     role_of(claim, subject), verdict_word(subject), estimates_of(subject),
                     bands_of(subject), figure_path(subject));
}

std::string detail(const ClaimRecord& claim, const SubjectRecord& subject) {
  std::string text =
      fmt::format("### {} {}: {}\n\n{}\n\n", look_of(subject.status).mark, markdown(subject.name),
                  look_of(subject.status).word, markdown(sentence(reason_of(subject))));
  text += fmt::format("- {}: {}\n- predicted: {}\n", role_of(claim, subject), markdown(claim.title),
                      markdown(subject.prediction));
  if (subject.control.empty() && claim.registered_at) {
    text += fmt::format("- registered: {}\n", markdown(registration_text(claim)));
  }
  if (!subject.breaks.empty()) text += fmt::format("- breaks: {}\n", markdown(subject.breaks));
  if (!subject.expectation.empty()) {
    text += fmt::format("- must show: {}\n", markdown(subject.expectation));
  }
  for (const Estimate& e : subject.verdict.estimates) {
    text += fmt::format("- {}: {}, band {}\n", markdown(e.name),
                        markdown(with_interval(e.estimate, e.lower, e.upper)),
                        markdown(band(e.band_lower, e.band_upper)));
  }
  for (const TrialFailure& failure : subject.failures) {
    text += fmt::format("- at {}, trial {}: {}\n", markdown(failure.point), failure.trial,
                        markdown(failure.message));
  }
  if (!subject.reproduce.empty()) {
    text += fmt::format("- again: <code>{}</code>\n", markdown(subject.reproduce));
  }
  return text + fmt::format("\n![{}]({})\n\n", markdown(subject.name), figure_path(subject));
}

std::string proof_row(const ProofRecord& proof) {
  const StatusLook look = look_of(proof.status);
  return fmt::format("| {} {} | **{}** | {} | {} |\n", look.mark, look.word, markdown(proof.id),
                     proof.steps.size(), markdown(sentence(proof.status_reason)));
}

std::string proof_table(const Record& record) {
  if (record.proofs.empty()) return "";
  std::string text =
      "\n## Proofs\n\n| status | theorem | steps | result |\n| --- | --- | --- | --- |\n";
  for (const ProofRecord& proof : record.proofs) text += proof_row(proof);
  return text;
}

std::string provenance_line(const Provenance& p) {
  return fmt::format("Tier {}, seed {}, version {}, commit {}, measured {}.\n\n", markdown(p.tier),
                     p.seed, markdown(p.version), markdown(p.commit), markdown(p.measured_at));
}

}  // namespace

std::string markdown_report(const Record& record) {
  std::string details;
  std::string rows;
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      rows += row(claim, subject);
      if (subject.status != Status::expected) details += detail(claim, subject);
    }
  }
  std::string text = "# Verdicts\n\n" + markdown(suite_sentence(record)) + "\n\n";
  text += provenance_line(record.provenance);
  if (!details.empty()) text += "## Not as declared\n\n" + details;
  text += "## All verdicts\n\n";
  text += "| status | claim | role | verdict | measured | band | figure |\n";
  text += "| --- | --- | --- | --- | --- | --- | --- |\n";
  return text + rows + proof_table(record);
}

}  // namespace asymptest::report
