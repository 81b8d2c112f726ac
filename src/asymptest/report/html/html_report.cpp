#include "asymptest/report/html/html_report.hpp"

#include <fmt/format.h>

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"
#include "asymptest/report/html/html_contents.hpp"
#include "asymptest/report/html/parts/filled.hpp"
#include "asymptest/report/html/parts/html_matrix.hpp"
#include "asymptest/report/html/parts/html_parts.hpp"
#include "asymptest/report/html/parts/resources.hpp"
#include "asymptest/report/html/parts/typesetter.hpp"
#include "asymptest/report/html/sections/html_claim.hpp"
#include "asymptest/report/html/sections/html_cost.hpp"
#include "asymptest/report/html/sections/html_proof.hpp"
#include "asymptest/report/html/theory_graph.hpp"
#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

std::string provenance_item(std::string_view label, std::string_view value) {
  if (value.empty()) return "";
  return fmt::format("<span>{} <b>{}</b></span>\n", label, markup(value));
}

/// Processor time of all trials and proofs together.
double seconds_of(const Record& record) {
  double seconds = 0;
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) seconds += subject.seconds;
  }
  for (const ProofRecord& proof : record.proofs) seconds += proof.seconds;
  return seconds;
}

std::string provenance(const Record& record) {
  const Provenance& p = record.provenance;
  return provenance_item("tier", p.tier) + provenance_item("seed", std::to_string(p.seed)) +
         provenance_item("version", p.version) + provenance_item("commit", p.commit) +
         provenance_item("measured", p.measured_at) + provenance_item("compiler", p.compiler) +
         provenance_item("flags", p.flags) + provenance_item("processor", p.processor) +
         provenance_item("computing", duration(seconds_of(record)));
}

/// What stands beside the page in its folder.
std::string files() {
  std::string text;
  for (const std::string_view file :
       {"record.json", "verdicts.csv", "junit.xml", "report.md", "claims.tex", "badge.svg"}) {
    text += fmt::format("<a href=\"{0}\">{0}</a> ", file);
  }
  return text;
}

std::string status_options() {
  std::string options;
  for (const Status status : all_statuses) {
    const StatusLook look = look_of(status);
    options += fmt::format("<option value=\"{}\">{} {}</option>", look.name, look.mark, look.word);
  }
  return options;
}

/// What the marks of the matrix mean, those that occur.
std::string key(const Record& record) {
  std::string text;
  for (const Status status : all_statuses) {
    bool occurs = false;
    for (const ClaimRecord& claim : record.claims) {
      for (const SubjectRecord& subject : claim.subjects) occurs |= subject.status == status;
    }
    if (occurs) text += status_chip(status, look_of(status).word);
  }
  if (text.empty()) return "";
  return "<p class=\"key\">" + text +
         "<span>box: the band; point and thick line: estimate and the interval that decides; thin: "
         "interval at the verdict's own chance of error</span></p>\n";
}

std::string sections(const Record& record, std::span<const Record> earlier, Typesetter& typeset) {
  std::string text, topic;
  for (const ClaimRecord& claim : record.claims) {
    if (claim.topic != topic) {
      topic = claim.topic;
      text += fmt::format("<h2 class=\"of-topic\">{}</h2>\n", markup(topic));
    }
    text += claim_section(record, claim, earlier, typeset);
  }
  if (!record.proofs.empty()) text += "<h2 class=\"of-topic\">proofs</h2>\n";
  for (const ProofRecord& proof : record.proofs) text += proof_section(proof, typeset);
  return text;
}

}  // namespace

std::string html_report(const Record& record, std::span<const Record> earlier) {
  Typesetter typeset;
  return filled(
      page_template(), fmt::arg("headline", markup(headline(record))),
      fmt::arg("page_style", page_style()), fmt::arg("math_font", math_font_style()),
      fmt::arg("figure_style", figure_style_for_page()),
      fmt::arg("result", markup(suite_sentence(record))),
      fmt::arg("provenance", provenance(record)), fmt::arg("files", files()),
      fmt::arg("contents", contents(record)), fmt::arg("attention", attention_list(record)),
      fmt::arg("statuses", status_options()), fmt::arg("key", key(record)),
      fmt::arg("matrix", verdict_matrix(record)), fmt::arg("proof_matrix", proof_matrix(record)),
      fmt::arg("theory", theory_section(record)),
      fmt::arg("sections", sections(record, earlier, typeset)),
      fmt::arg("cost", costliest_subjects(record)), fmt::arg("glossary", glossary_template()),
      fmt::arg("page_script", page_script()));
}

}  // namespace asymptest::report
