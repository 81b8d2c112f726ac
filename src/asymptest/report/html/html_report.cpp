#include "asymptest/report/html/html_report.hpp"

#include <fmt/format.h>

#include "asymptest/record/record.hpp"
#include "asymptest/report/drawing/figure.hpp"
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

/// An icon of its own keeps browsers from asking for one beside the file.
constexpr std::string_view icon = R"(<link rel="icon" href="data:,">)";

std::string head(const Record& record) {
  std::string text = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  text += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  text += icon;
  text += fmt::format("\n<title>Verdicts, tier {}, seed {}</title>\n",
                      markup(record.provenance.tier), record.provenance.seed);
  text += "<style>\n";
  text += page_style();
  return text + figure_style_for_page() + "</style>\n</head>\n";
}

std::string provenance_item(std::string_view label, std::string_view value) {
  if (value.empty()) return "";
  return fmt::format("<span>{} <b>{}</b></span>\n", label, markup(value));
}

std::string provenance(const Provenance& p) {
  return "<p class=\"provenance\">\n" + provenance_item("tier", p.tier) +
         provenance_item("seed", std::to_string(p.seed)) + provenance_item("version", p.version) +
         provenance_item("commit", p.commit) + provenance_item("measured", p.measured_at) +
         provenance_item("compiler", p.compiler) + provenance_item("flags", p.flags) +
         provenance_item("processor", p.processor) + "</p>\n";
}

std::string filter() {
  std::string options = "<option value=\"\">any status</option>";
  for (const Status status : {Status::expected, Status::unexpected, Status::undecided,
                              Status::failed, Status::unmeasured}) {
    const StatusLook look = look_of(status);
    options += fmt::format("<option value=\"{}\">{} {}</option>", look.name, look.mark, look.word);
  }
  return "<form id=\"filter\" hidden><input type=\"search\" aria-label=\"Filter the claims\" "
         "placeholder=\"Filter by topic, name or source\"><select aria-label=\"Status\">" +
         options + "</select><output></output></form>\n";
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

std::string scripts() {
  std::string text = "<script>/* KaTeX, MIT licence, © Khan Academy and other contributors */\n";
  text += katex_script();
  text += "</script>\n<script>\n";
  text += page_script();
  return text + "</script>\n";
}

}  // namespace

std::string html_report(const Record& record) {
  std::string text = head(record);
  text += "<body>\n<header>\n<h1>Verdicts</h1>\n<p class=\"result\">" +
          markup(suite_sentence(record)) + "</p>\n" + provenance(record.provenance) + "</header>\n";
  text += "<main>\n<h2>At a glance</h2>\n" + filter() + key(record) + verdict_matrix(record) +
          proof_matrix(record) + theory_section(record);
  for (const ClaimRecord& claim : record.claims) text += claim_section(record, claim);
  for (const ProofRecord& proof : record.proofs) text += proof_section(proof);
  text += "</main>\n" + scripts() + "</body>\n</html>\n";
  return text;
}

}  // namespace asymptest::report
