#include "asymptest/report/html/html_report.hpp"

#include <fmt/format.h>

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"
#include "asymptest/report/html/filled.hpp"
#include "asymptest/report/html/html_claim.hpp"
#include "asymptest/report/html/html_matrix.hpp"
#include "asymptest/report/html/html_parts.hpp"
#include "asymptest/report/html/html_proof.hpp"
#include "asymptest/report/html/resources.hpp"
#include "asymptest/report/html/theory_graph.hpp"
#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

std::string provenance_item(std::string_view label, std::string_view value) {
  if (value.empty()) return "";
  return fmt::format("<span>{} <b>{}</b></span>\n", label, markup(value));
}

std::string provenance(const Provenance& p) {
  return provenance_item("tier", p.tier) + provenance_item("seed", std::to_string(p.seed)) +
         provenance_item("version", p.version) + provenance_item("commit", p.commit) +
         provenance_item("measured", p.measured_at) + provenance_item("compiler", p.compiler) +
         provenance_item("flags", p.flags) + provenance_item("processor", p.processor);
}

std::string status_options() {
  std::string options;
  for (const Status status : {Status::expected, Status::unexpected, Status::undecided,
                              Status::failed, Status::unmeasured}) {
    const StatusLook look = look_of(status);
    options += fmt::format("<option value=\"{}\">{} {}</option>", look.name, look.mark, look.word);
  }
  return options;
}

/// What the marks of the matrix mean, those that occur.
std::string key(const Record& record) {
  std::string text;
  for (const Status status : {Status::expected, Status::unexpected, Status::undecided,
                              Status::failed, Status::unmeasured}) {
    bool occurs = false;
    for (const ClaimRecord& claim : record.claims) {
      for (const SubjectRecord& subject : claim.subjects) occurs |= subject.status == status;
    }
    if (occurs) text += status_chip(status, look_of(status).word);
  }
  if (text.empty()) return "";
  return "<p class=\"key\">" + text +
         "<span>box: the claim's band; point and line: estimate and interval</span></p>\n";
}

std::string sections(const Record& record) {
  std::string text;
  for (const ClaimRecord& claim : record.claims) text += claim_section(record, claim);
  for (const ProofRecord& proof : record.proofs) text += proof_section(proof);
  return text;
}

}  // namespace

std::string html_report(const Record& record) {
  return filled(page_template(), fmt::arg("tier", markup(record.provenance.tier)),
                fmt::arg("seed", record.provenance.seed), fmt::arg("page_style", page_style()),
                fmt::arg("figure_style", figure_style_for_page()),
                fmt::arg("result", markup(suite_sentence(record))),
                fmt::arg("provenance", provenance(record.provenance)),
                fmt::arg("statuses", status_options()), fmt::arg("key", key(record)),
                fmt::arg("matrix", verdict_matrix(record)),
                fmt::arg("proof_matrix", proof_matrix(record)),
                fmt::arg("theory", theory_section(record)), fmt::arg("sections", sections(record)),
                fmt::arg("katex", katex_script()), fmt::arg("page_script", page_script()));
}

}  // namespace asymptest::report
