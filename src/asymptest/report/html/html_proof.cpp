#include "asymptest/report/html/html_proof.hpp"

#include <fmt/format.h>

#include "asymptest/report/drawing/figure.hpp"
#include "asymptest/report/figures/step_graph.hpp"
#include "asymptest/report/html/html_parts.hpp"
#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

std::string proof_word(const ProofRecord& proof) {
  if (proof.status == Status::unmeasured) return "not checked";
  return proof.status == Status::expected ? "proved" : "not proved";
}

/// A step is as a claim of its own: proved, not proved, or not checked yet.
Status status_of(const ProofRecord& proof, const StepRecord& step) {
  if (proof.status == Status::unmeasured) return Status::unmeasured;
  return step.proved ? Status::expected : Status::unexpected;
}

std::string step_anchor(const ProofRecord& proof, const StepRecord& step) {
  return anchor(proof.id + ':' + step.name);
}

std::string filter_attributes(const ProofRecord& proof) {
  return fmt::format(R"(data-status="{}" data-text="{}")", look_of(proof.status).name,
                     markup(proof.id + ' ' + proof.title + ' ' + proof.citation + " proof"));
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
  return fmt::format(
      "<tr {}><th scope=\"row\"><a href=\"#{}\">{}</a><small>{}</small></th><td "
      "class=\"verdict\">{}"
      "</td><td class=\"controls\" colspan=\"2\">{}</td></tr>\n",
      filter_attributes(proof), anchor(proof.id), markup(proof.title), markup(proof.id),
      status_chip(proof.status, proof_word(proof)), steps);
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

std::string step_card(const ProofRecord& proof, const StepRecord& step) {
  std::string text = fmt::format(
      "<section class=\"card step\" id=\"{}\">\n<h5>{}</h5>\n{}\n<div class=\"statement\"><code>{}"
      "</code></div>\n{}",
      step_anchor(proof, step), markup(step.name),
      status_chip(status_of(proof, step), step.proved ? "proved" : "not proved"),
      markup(step.statement), names_line("rests on", step.uses));
  if (!step.message.empty()) {
    text += "<p><small>checked on:</small> " + markup(step.message) + "</p>\n";
  }
  if (!step.planted.empty()) {
    text += "<p><small>planted errors:</small></p>\n<ul class=\"planted\">\n";
    for (const PlantedRecord& error : step.planted) text += planted(error);
    text += "</ul>\n";
  }
  return text + "</section>\n";
}

}  // namespace

std::string proof_matrix(const Record& record) {
  if (record.proofs.empty()) return "";
  std::string rows;
  for (const ProofRecord& proof : record.proofs) rows += row(proof);
  return "<table class=\"matrix\" data-group><caption>proofs, step by step</caption><thead><tr>"
         "<th>theorem</th><th>verdict</th><th colspan=\"2\">steps</th></tr></thead><tbody>\n" +
         rows + "</tbody></table>\n";
}

std::string proof_section(const ProofRecord& proof) {
  std::string text = fmt::format(
      "<article class=\"claim proof\" id=\"{}\" {}>\n<header><p class=\"eyebrow\">proof · <a "
      "href=\"#{}\">{}</a></p>\n<h3>{}</h3>\n{}</header>\n<div class=\"statement\"><code>{}</code>"
      "</div>\n<p class=\"source\">{}{}{}</p>\n<p class=\"reason\">{}</p>\n",
      anchor(proof.id), filter_attributes(proof), anchor(proof.id), markup(proof.id),
      markup(proof.title), status_chip(proof.status, proof_word(proof)), markup(proof.statement),
      with_links(proof.citation), proof.place.empty() ? "" : ", ", with_links(proof.place),
      markup(sentence(proof.status_reason)));
  if (!proof.remark.empty()) text += "<p class=\"note\">" + markup(proof.remark) + "</p>\n";
  text += names_line("rests on", proof.uses) + names_line("supports", proof.supports);
  if (proof.steps.size() > 1) {
    text += "<div class=\"scroll steps\">" + as_element(step_graph(proof)) + "</div>\n";
  }
  text += "<h4>Steps</h4>\n<div class=\"cards\">\n";
  for (const StepRecord& step : proof.steps) text += step_card(proof, step);
  text +=
      fmt::format("</div>\n<p class=\"cost\">{} of computing, exact or rigorous arithmetic</p>\n",
                  duration(proof.seconds));
  if (!proof.reproduce.empty()) {
    text += "<div class=\"again\"><code>" + markup(proof.reproduce) + "</code></div>\n";
  }
  return text + "</article>\n";
}

}  // namespace asymptest::report
