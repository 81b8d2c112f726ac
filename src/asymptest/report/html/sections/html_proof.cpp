#include "asymptest/report/html/sections/html_proof.hpp"

#include <fmt/format.h>

#include "asymptest/report/drawing/figure.hpp"
#include "asymptest/report/figures/step_graph.hpp"
#include "asymptest/report/html/parts/filled.hpp"
#include "asymptest/report/html/parts/html_parts.hpp"
#include "asymptest/report/html/parts/resources.hpp"
#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

/// A step is as a claim of its own: it holds, or not, or is not checked yet.
Status status_of(const ProofRecord& proof, const StepRecord& step) {
  if (proof.status == Status::unmeasured) return Status::unmeasured;
  return step.holds ? Status::expected : Status::unexpected;
}

std::string step_anchor(const ProofRecord& proof, const StepRecord& step) {
  return anchor(proof.id + ':' + step.name);
}

std::string filter_attributes(const ProofRecord& proof) {
  return fmt::format(R"(data-status="{}" data-text="{}")", look_of(proof.status).name,
                     markup(fmt::format("{} {} {} {} {} proof", proof.id, proof.title,
                                        proof.statement, proof.citation, proof_word(proof))));
}

std::string row(const ProofRecord& proof) {
  std::string steps;
  for (const StepRecord& step : proof.steps) {
    const StatusLook look = look_of(status_of(proof, step));
    steps += fmt::format(
        "<a class=\"status {}\" href=\"#{}\"><span class=\"mark\" "
        "aria-hidden=\"true\">{}</span>{}</a> ",
        look.name, step_anchor(proof, step), look.mark, markup(step.name));
  }
  return filled(proof_matrix_row_template(), fmt::arg("anchor", anchor(proof.id)),
                fmt::arg("title", markup(proof.title)), fmt::arg("id", markup(proof.id)),
                fmt::arg("verdict", status_chip(proof.status, proof_word(proof))),
                fmt::arg("steps", steps));
}

std::string planted(const PlantedRecord& error) {
  return fmt::format("<li>{}: {}<br><small>{}</small></li>\n",
                     error.caught ? "caught" : "<b>not caught</b>", markup(error.error),
                     markup(error.message));
}

/// Names behind what they are, so that the graph can be read without its picture.
std::string names_line(const char* what, const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + markup(name);
  return text.empty() ? "" : fmt::format("<p><small>{}:</small> {}</p>\n", what, text);
}

std::string message_line(const StepRecord& step) {
  if (step.message.empty()) return "";
  const char* label = step.general ? "how" : "checked on";
  return fmt::format("<p><small>{}:</small> {}</p>\n", label, markup(step.message));
}

std::string planted_list(const StepRecord& step) {
  if (step.planted.empty()) return "";
  std::string text = "<p><small>planted errors:</small></p>\n<ul class=\"planted\">\n";
  for (const PlantedRecord& error : step.planted) text += planted(error);
  return text + "</ul>\n";
}

std::string step_card(const ProofRecord& proof, const StepRecord& step, Typesetter& typeset) {
  return filled(step_template(), fmt::arg("anchor", step_anchor(proof, step)),
                fmt::arg("name", markup(step.name)),
                fmt::arg("status", status_chip(status_of(proof, step), step_word(proof, step))),
                fmt::arg("statement", typeset(step.statement)),
                fmt::arg("uses", names_line("rests on", step.uses)),
                fmt::arg("message", message_line(step)), fmt::arg("planted", planted_list(step)));
}

std::string graph(const ProofRecord& proof) {
  if (proof.steps.size() < 2) return "";
  return "<div class=\"scroll steps\" tabindex=\"0\" role=\"group\" aria-label=\"graph\">" +
         as_element(step_graph(proof)) + "</div>\n";
}

}  // namespace

std::string proof_matrix(const Record& record) {
  if (record.proofs.empty()) return "";
  std::string rows;
  std::vector<Status> statuses;
  for (const ProofRecord& proof : record.proofs) {
    rows += row(proof);
    statuses.push_back(proof.status);
  }
  return filled(proof_matrix_template(), fmt::arg("open", is_open(statuses)),
                fmt::arg("tally", tally_chips(statuses)), fmt::arg("rows", rows));
}

std::string proof_section(const ProofRecord& proof, Typesetter& typeset) {
  std::string steps;
  for (const StepRecord& step : proof.steps) steps += step_card(proof, step, typeset);
  const std::string remark =
      proof.remark.empty() ? "" : "<p class=\"note\">" + markup(proof.remark) + "</p>\n";
  const std::string reproduce =
      proof.reproduce.empty()
          ? ""
          : "<div class=\"again\"><code>" + markup(proof.reproduce) + "</code></div>\n";
  return filled(proof_template(), fmt::arg("anchor", anchor(proof.id)),
                fmt::arg("filter", filter_attributes(proof)),
                fmt::arg("open", is_open(proof.status)), fmt::arg("id", markup(proof.id)),
                fmt::arg("title", markup(proof.title)),
                fmt::arg("status", status_chip(proof.status, proof_word(proof))),
                fmt::arg("statement", typeset(proof.statement)),
                fmt::arg("citation", with_links(proof.citation)),
                fmt::arg("comma", proof.place.empty() ? "" : ", "),
                fmt::arg("place", with_links(proof.place)),
                fmt::arg("reason", prose(sentence(proof.status_reason))),
                fmt::arg("remark", remark), fmt::arg("uses", names_line("rests on", proof.uses)),
                fmt::arg("supports", names_line("supports", proof.supports)),
                fmt::arg("graph", graph(proof)), fmt::arg("steps", steps),
                fmt::arg("duration", duration(proof.seconds)), fmt::arg("reproduce", reproduce));
}

}  // namespace asymptest::report
