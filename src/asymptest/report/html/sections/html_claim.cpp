#include "asymptest/report/html/sections/html_claim.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "asymptest/report/figures/figure_of.hpp"
#include "asymptest/report/html/parts/filled.hpp"
#include "asymptest/report/html/parts/html_matrix.hpp"
#include "asymptest/report/html/parts/html_parts.hpp"
#include "asymptest/report/html/parts/resources.hpp"
#include "asymptest/report/html/sections/html_control.hpp"
#include "asymptest/report/html/sections/html_history.hpp"
#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/sweep_text.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

/// A figure with this many panels or more takes the whole width of the page.
constexpr std::size_t wide_panels = 2;

std::string claim_link(const std::string& id) {
  return fmt::format("<a href=\"#{}\">{}</a>", anchor(id), markup(id));
}

/// Of an erratum, the true twin; of the twin, the erratum.
std::string erratum_note(const Record& record, const ClaimRecord& claim) {
  if (!claim.corrected_by.empty()) {
    return "<p class=\"note\"><b>Erratum.</b> The literature states this, and the measurement must "
           "refute it. True instead: " +
           claim_link(claim.corrected_by) + ".</p>\n";
  }
  std::string errata;
  for (const ClaimRecord& other : record.claims) {
    if (other.corrected_by != claim.id) continue;
    errata += (errata.empty() ? "" : ", ") + claim_link(other.id);
  }
  if (errata.empty()) return "";
  return "<p class=\"note\">This corrects " + errata + ".</p>\n";
}

std::string declared_at(const ClaimRecord& claim) {
  if (claim.declared_at.empty()) return "";
  return " · <code>" + markup(claim.declared_at) + "</code>";
}

/// The estimates in one line, for a claim that is folded.
std::string headline_numbers(const SubjectRecord& subject) {
  std::string text;
  for (const Estimate& e : subject.verdict.estimates) {
    const Interval decides = deciding_interval(e);
    text += (text.empty() ? "" : "; ") + markup(estimate_name(subject, e)) + ' ' +
            with_interval(e.estimate, decides.lower, decides.upper) + ", band " +
            band(e.band_lower, e.band_upper);
  }
  return text;
}

std::string sweep_fact(const ClaimRecord& claim, const SubjectRecord& subject) {
  std::string text;
  for (const AxisSizes& axis : axis_sizes(claim, subject)) {
    text += fmt::format("<div class=\"sweep\">{}{}: {}</div>", markup(axis.axis),
                        axis.meaning.empty() ? "" : ", " + markup(axis.meaning),
                        listed_sizes(axis.sizes));
  }
  return text + fmt::format("<small>{} design points</small>", subject.points.size());
}

std::string model_fact(const Verdict& verdict) {
  if (verdict.model.empty()) return "";
  std::string text = markup(with_signs(verdict.model));
  if (std::isfinite(verdict.goodness_of_fit)) {
    text += fmt::format("<br><small>goodness of fit p = {}</small>",
                        number(verdict.goodness_of_fit, 2));
  }
  return text;
}

std::string hypothesis(const ClaimRecord& claim, const std::string& assumed) {
  std::string controls;
  for (const SubjectRecord& subject : claim.subjects) {
    if (subject.control.empty() || subject.must_be_supported || subject.breaks != assumed) continue;
    controls += status_link(subject, subject.control) + ' ';
  }
  if (controls.empty()) controls = "<span class=\"unguarded\">no control breaks it</span>";
  return fmt::format("<li><span>{}</span><span>{}</span></li>\n", markup(assumed), controls);
}

std::string hypotheses(const ClaimRecord& claim) {
  if (claim.assumes.empty()) return "";
  std::string text =
      "<h4>Hypotheses, and the control that breaks each</h4>\n<ul class=\"hypotheses\">\n";
  for (const std::string& assumed : claim.assumes) text += hypothesis(claim, assumed);
  return text + "</ul>\n";
}

/// The record's own words, which other laws are shown in, name the band already.
std::string band_words(const ClaimRecord& claim, const SubjectRecord& subject) {
  if (!(claim.band > 0) || subject.law.kind != LawKind::power_law) return "";
  return "<br><small>band " + number(claim.band, 4) + "</small>";
}

/// An erratum's remark says it too, if nothing else does.
std::string reason_beside_remark(const ClaimRecord& claim, const SubjectRecord& subject) {
  return subject.expectation_reason == claim.remark
             ? ""
             : markup(with_signs(subject.expectation_reason));
}

std::string facts(const ClaimRecord& claim, const SubjectRecord& subject) {
  const std::string polarity =
      claim.polarity.empty() ? "" : "<br><small>polarity: " + markup(claim.polarity) + "</small>";
  return "<dl class=\"facts\">\n" + fact("Measured", markup(claim.measured) + polarity) +
         fact("Predicted", prediction_html(subject) + band_words(claim, subject)) +
         fact("Why this band", markup(with_signs(claim.band_reason))) +
         fact("Correction", markup(with_signs(subject.law.correction.value_or("")))) +
         fact("Rivals to exclude", markup(rivals_text(claim))) +
         fact("Sweep", sweep_fact(claim, subject)) + fact("Model", model_fact(subject.verdict)) +
         fact("Must show", markup(with_signs(subject.expectation))) +
         fact("Because", reason_beside_remark(claim, subject)) +
         fact("Registered", markup(registration_text(claim))) +
         fact("Remark", markup(with_signs(claim.remark))) + "</dl>\n";
}

std::string point_row(const PointRecord& point) {
  return fmt::format(
      "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
      markup(point.at.key()), count(static_cast<long long>(point.trials)), number(point.summary, 5),
      number(point.lower, 5), number(point.upper, 5), number(point.fitted, 5));
}

/// The same numbers in full, for a data URL.
std::string csv_of(const std::vector<PointRecord>& points) {
  std::string text = "point,trials,summary,lower,upper,fitted\n";
  for (const PointRecord& point : points) {
    text +=
        fmt::format("{},{},{},{},{},{}\n", csv(point.at.key()), point.trials, exact(point.summary),
                    exact(point.lower), exact(point.upper), exact(point.fitted));
  }
  return in_url(text);
}

std::string point_table(const SubjectRecord& subject) {
  const std::vector<PointRecord> points = judged_points(subject);
  if (points.empty()) return "";
  std::string rows;
  for (const PointRecord& point : points) rows += point_row(point);
  const std::string_view summary =
      subject.law.summary ? name_of(*subject.law.summary) : std::string_view("summary");
  return filled(points_template(), fmt::arg("name", markup(subject.name)),
                fmt::arg("summary", markup(summary)), fmt::arg("rows", rows),
                fmt::arg("stem", file_stem(subject.name)), fmt::arg("csv", csv_of(points)));
}

/// What was measured and what its marks mean as text, then the panels, as many beside each other
/// as there is room for.
std::string panels_of(const ClaimRecord& claim, const SubjectRecord& subject) {
  if (measured_points(subject).empty()) return "";
  const std::vector<Figure> parts = figure_parts(claim, subject);
  std::string legend, panels;
  for (const LegendEntry& entry : parts.front().legend) {
    legend += fmt::format("<li>{}{}</li>", sample_element(entry), markup(entry.words));
  }
  for (const Figure& part : parts) panels += as_element(part);
  return fmt::format(
      "<figure class=\"panels{}\"><figcaption>{}<ul class=\"legend\">{}</ul></figcaption>\n{}"
      "</figure>\n",
      parts.size() == 1 ? " alone" : "", markup(parts.front().heading), legend, panels);
}

std::string evidence(const ClaimRecord& claim, const SubjectRecord& subject) {
  const bool measured = !measured_points(subject).empty();
  const bool wide = !measured || subject.law.factors.size() >= wide_panels;
  return fmt::format("<div class=\"evidence{}\"><div>\n{}{}</div>\n{}</div>\n", wide ? " wide" : "",
                     panels_of(claim, subject), estimate_table(subject), facts(claim, subject));
}

std::string controls(const ClaimRecord& claim) {
  std::string cards;
  for (const SubjectRecord& subject : claim.subjects) {
    if (!subject.control.empty()) cards += control_card(claim, subject);
  }
  if (cards.empty()) return "<p class=\"note\">This claim has no control.</p>\n";
  return "<h4>Controls</h4>\n<div class=\"cards\">\n" + cards + "</div>\n";
}

std::string cost(const Record& record, const ClaimRecord& claim, const SubjectRecord& subject) {
  if (subject.trials == 0) return reproduce_block(subject);
  std::string text = "<blockquote>" + markup(quotation(record, claim, subject)) + "</blockquote>\n";
  text += fmt::format(
      "<p class=\"cost\">tier {}: {} trials in {} {}, {} of computing; this verdict is wrong with "
      "a chance "
      "of at most {}</p>\n",
      markup(claim.tier), count(subject.trials), subject.looks,
      subject.looks == 1 ? "look" : "looks", duration(subject.seconds),
      percent(subject.verdict.alpha));
  return text + reproduce_block(subject);
}

}  // namespace

std::string claim_section(const Record& record, const ClaimRecord& claim,
                          std::span<const Record> earlier, Typesetter& typeset) {
  const auto main =
      std::find_if(claim.subjects.begin(), claim.subjects.end(),
                   [](const SubjectRecord& subject) { return subject.control.empty(); });
  const SubjectRecord& subject = main == claim.subjects.end() ? SubjectRecord{} : *main;
  std::vector<Status> statuses;
  for (const SubjectRecord& one : claim.subjects) statuses.push_back(one.status);
  return filled(
      claim_template(), fmt::arg("anchor", anchor(claim.id)),
      fmt::arg("filter", filter_attributes(claim)), fmt::arg("open", is_open(statuses)),
      fmt::arg("role", role_of(claim, subject)), fmt::arg("id", markup(claim.id)),
      fmt::arg("title", markup(claim.title)), fmt::arg("topic", anchor(claim.topic)),
      fmt::arg("status", status_chip(subject.status, verdict_and_status(subject))),
      fmt::arg("headline", headline_numbers(subject)),
      fmt::arg("statement", typeset(claim.statement)),
      fmt::arg("citation", with_links(claim.citation)),
      fmt::arg("comma", claim.place.empty() ? "" : ", "),
      fmt::arg("place", with_links(claim.place)), fmt::arg("declared_at", declared_at(claim)),
      fmt::arg("erratum", erratum_note(record, claim)),
      fmt::arg("reason", prose(sentence(reason_of(subject)))),
      fmt::arg("evidence", evidence(claim, subject)), fmt::arg("failures", failure_list(subject)),
      fmt::arg("hypotheses", hypotheses(claim)), fmt::arg("controls", controls(claim)),
      fmt::arg("points", point_table(subject)),
      fmt::arg("history", claim_history(earlier, record, claim)),
      fmt::arg("cost", cost(record, claim, subject)));
}

}  // namespace asymptest::report
