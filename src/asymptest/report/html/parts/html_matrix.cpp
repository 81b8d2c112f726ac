#include "asymptest/report/html/parts/html_matrix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "asymptest/report/html/parts/filled.hpp"
#include "asymptest/report/html/parts/html_parts.hpp"
#include "asymptest/report/html/parts/resources.hpp"
#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

/// More strips than this would make a row taller than its text.
constexpr std::size_t most_strips = 4;

std::string strips(const SubjectRecord& subject) {
  std::string text;
  const std::size_t n = std::min(subject.verdict.estimates.size(), most_strips);
  for (std::size_t i = 0; i < n; ++i) text += interval_strip(subject.verdict.estimates[i]);
  return text;
}

std::string row(const ClaimRecord& claim) {
  std::string verdict, measured, controls;
  for (const SubjectRecord& subject : claim.subjects) {
    if (subject.control.empty()) {
      verdict = status_link(subject, verdict_word(subject));
      measured = strips(subject);
    } else {
      controls += status_link(subject, subject.control) + ' ';
    }
  }
  const std::string_view kind = claim.corrected_by.empty() ? "" : "erratum · ";
  return filled(matrix_row_template(), fmt::arg("anchor", anchor(claim.id)),
                fmt::arg("title", markup(claim.title)), fmt::arg("kind", kind),
                fmt::arg("id", markup(claim.id)), fmt::arg("verdict", verdict),
                fmt::arg("measured", measured), fmt::arg("controls", controls));
}

/// "9 claims, 17 controls".
std::string count_of(int claims, int subjects) {
  const int controls = subjects - claims;
  std::string text = fmt::format("{} claim{}", claims, claims == 1 ? "" : "s");
  if (controls > 0) text += fmt::format(", {} control{}", controls, controls == 1 ? "" : "s");
  return text;
}

// "hessian-norm-decay: exponent of m −0.50 [−0.52, −0.48]", of a claim that has an estimate.
std::string headline_number(const ClaimRecord& claim) {
  if (!claim.corrected_by.empty()) return "";
  for (const SubjectRecord& subject : claim.subjects) {
    if (!subject.control.empty() || subject.verdict.estimates.empty()) continue;
    const Estimate& e = subject.verdict.estimates.front();
    const Interval interval = deciding_interval(e);
    return fmt::format("{}: {} {}", claim.id.substr(claim.id.find('/') + 1),
                       estimate_name(subject, e),
                       with_interval(e.estimate, interval.lower, interval.upper));
  }
  return "";
}

}  // namespace

std::string filter_attributes(const ClaimRecord& claim) {
  std::set<std::string_view> statuses;
  std::string text = fmt::format("{} {} {} {} {} {}", claim.id, claim.title, claim.statement,
                                 claim.citation, claim.measured, claim.prediction);
  for (const std::string& hypothesis : claim.assumes) text += ' ' + hypothesis;
  if (!claim.corrected_by.empty()) text += " erratum";
  for (const SubjectRecord& subject : claim.subjects) {
    statuses.insert(look_of(subject.status).name);
    text += fmt::format(" {} {}", subject.control, verdict_word(subject));
  }
  std::string names;
  for (const std::string_view status : statuses)
    names += (names.empty() ? "" : " ") + std::string(status);
  return fmt::format(R"(data-status="{}" data-text="{}")", names, markup(text));
}

std::string verdict_matrix(const Record& record) {
  struct Topic {
    std::string rows;
    std::string headline;  ///< of the first of its claims that has one, an exponent if possible
    bool exponent = false;
    int claims = 0;
    std::vector<Status> statuses;
  };
  std::map<std::string, Topic> topics;
  for (const ClaimRecord& claim : record.claims) {
    Topic& topic = topics[claim.topic];
    topic.rows += row(claim);
    const bool exponent = claim.corrected_by.empty() && !claim.subjects.empty() &&
                          claim.subjects.front().law.kind == LawKind::power_law;
    if (topic.headline.empty() || (exponent && !topic.exponent)) {
      topic.headline = headline_number(claim);
      topic.exponent = exponent;
    }
    ++topic.claims;
    for (const SubjectRecord& subject : claim.subjects) topic.statuses.push_back(subject.status);
  }
  constexpr std::size_t few = 3;  // need no folding
  std::string text;
  for (const auto& [name, topic] : topics) {
    const std::string_view open = topics.size() <= few ? " open" : is_open(topic.statuses);
    text +=
        filled(matrix_template(), fmt::arg("anchor", anchor(name)), fmt::arg("open", open),
               fmt::arg("topic", markup(name)),
               fmt::arg("count", count_of(topic.claims, static_cast<int>(topic.statuses.size()))),
               fmt::arg("tally", tally_chips(topic.statuses)),
               fmt::arg("headline", markup(topic.headline)), fmt::arg("rows", topic.rows));
  }
  return text;
}

}  // namespace asymptest::report
