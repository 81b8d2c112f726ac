#include "asymptest/report/html/sections/html_history.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "asymptest/report/html/parts/html_parts.hpp"
#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

/// The claim's own subject in a record, if it was measured there.
const SubjectRecord* measured_in(const Record& record, const std::string& id) {
  for (const ClaimRecord& claim : record.claims) {
    if (claim.id != id) continue;
    for (const SubjectRecord& subject : claim.subjects) {
      if (subject.control.empty() && subject.trials > 0) return &subject;
    }
  }
  return nullptr;
}

std::string estimate_cells(const Verdict& verdict) {
  if (verdict.estimates.empty()) return "<td></td><td></td>";
  const Estimate& first = verdict.estimates.front();
  const Interval decides = deciding_interval(first);
  return fmt::format("<td>{}</td><td>{}</td>",
                     with_interval(first.estimate, decides.lower, decides.upper),
                     interval_strip(first));
}

std::string history_row(const Record& record, const SubjectRecord& subject) {
  return fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td>{}</tr>\n",
                     markup(record.provenance.commit), markup(record.provenance.measured_at),
                     status_chip(subject.status, verdict_word(subject)),
                     estimate_cells(subject.verdict));
}

}  // namespace

std::string claim_history(std::span<const Record> earlier, const Record& now,
                          const ClaimRecord& claim) {
  std::string rows;
  for (const Record& record : earlier) {
    if (const SubjectRecord* subject = measured_in(record, claim.id)) {
      rows += history_row(record, *subject);
    }
  }
  if (rows.empty()) return "";
  if (const SubjectRecord* subject = measured_in(now, claim.id)) rows += history_row(now, *subject);
  return fmt::format(
      "<details><summary>Earlier records</summary><div class=\"scroll\" tabindex=\"0\" "
      "role=\"region\" aria-label=\"Earlier records of {}\"><table class=\"numbers\"><thead><tr>"
      "<th>commit</th><th>measured</th><th>verdict</th><th>estimate</th><th>against the band</th>"
      "</tr></thead><tbody>\n{}</tbody></table></div></details>\n",
      markup(claim.id), rows);
}

}  // namespace asymptest::report
