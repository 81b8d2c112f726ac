#include "asymptest/report/html/sections/html_control.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "asymptest/report/figures/figure_of.hpp"
#include "asymptest/report/html/parts/filled.hpp"
#include "asymptest/report/html/parts/html_parts.hpp"
#include "asymptest/report/html/parts/resources.hpp"
#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

std::string paragraph(std::string_view label, std::string_view words) {
  if (words.empty()) return "";
  if (label.empty()) return fmt::format("<p>{}</p>\n", prose(words));
  return fmt::format("<p><small>{}</small> {}</p>\n", label, markup(with_signs(words)));
}

std::string estimates(const SubjectRecord& control) {
  std::string text;
  for (const Estimate& e : control.verdict.estimates) {
    text += fmt::format(
        "<p>{}: {} <small>against {}</small></p>\n", markup(e.name),
        with_interval(e.estimate, deciding_interval(e).lower, deciding_interval(e).upper),
        band(e.band_lower, e.band_upper));
  }
  return text;
}

/// The remark, where it isn't the reason that stands above it.
std::string remark_beside_reason(const SubjectRecord& control) {
  return control.remark == control.expectation_reason ? "" : control.remark;
}

/// Whose it is, where that is not said at the claim.
std::string own_correction(const ClaimRecord& claim, const SubjectRecord& control) {
  const std::optional<std::string>& correction = control.law.correction;
  return correction == claim.subjects.front().law.correction ? "" : correction.value_or("");
}

std::string figure(const ClaimRecord& claim, const SubjectRecord& control) {
  const bool measured = !measured_points(control).empty();
  return measured ? as_element(figure_of(claim, control, Detail::small)) : "";
}

}  // namespace

std::string control_card(const ClaimRecord& claim, const SubjectRecord& control) {
  const bool same_prediction = control.prediction == claim.prediction;
  const bool told_by_numbers =
      control.status == Status::expected && !control.verdict.estimates.empty();
  return filled(
      control_template(), fmt::arg("anchor", anchor(control.name)),
      fmt::arg("name", markup(control.control)),
      fmt::arg("status", status_chip(control.status, verdict_and_status(control))),
      fmt::arg("breaks",
               paragraph(control.must_be_supported ? "leaves intact:" : "breaks:", control.breaks)),
      fmt::arg("expectation", paragraph("must show:", control.expectation) +
                                  paragraph("because:", control.expectation_reason)),
      fmt::arg("prediction",
               (same_prediction ? "" : paragraph("tested against:", control.prediction)) +
                   paragraph("correction:", own_correction(claim, control))),
      fmt::arg("figure", figure(claim, control)), fmt::arg("estimates", estimates(control)),
      fmt::arg("reason", told_by_numbers ? "" : paragraph("", sentence(reason_of(control)))),
      fmt::arg("remark", paragraph("remark:", remark_beside_reason(control))),
      fmt::arg("failures", failure_list(control)), fmt::arg("trials", count(control.trials)),
      fmt::arg("duration", duration(control.seconds)),
      fmt::arg("reproduce", reproduce_block(control)));
}

std::string failure_list(const SubjectRecord& subject) {
  if (subject.failures.empty()) return "";
  constexpr std::size_t most_shown = 5;
  std::string text =
      fmt::format("<div class=\"note failures\"><b>{} failed</b>\n",
                  subject.failures.size() == 1 ? "One trial"
                                               : fmt::format("{} trials", subject.failures.size()));
  for (std::size_t i = 0; i < std::min(subject.failures.size(), most_shown); ++i) {
    const TrialFailure& failure = subject.failures[i];
    text += fmt::format("<div>at {}, trial {}: {}</div>\n", markup(failure.point), failure.trial,
                        markup(failure.message));
  }
  return text + "</div>\n";
}

std::string reproduce_block(const SubjectRecord& subject) {
  if (subject.reproduce.empty()) return "";
  return fmt::format("<div class=\"again\"><code>{}</code></div>\n", markup(subject.reproduce));
}

}  // namespace asymptest::report
