#include "asymptest/report/html_report.hpp"

#include <fmt/format.h>

#include "asymptest/report/escape.hpp"
#include "asymptest/report/number.hpp"
#include "asymptest/report/wording.hpp"

namespace asymptest::report {
namespace {

std::string subject_section(const ClaimRecord& claim, const SubjectRecord& subject) {
  std::string text =
      fmt::format("<section id=\"{}\"><h3>{}: {} {}</h3><p>{}</p><ul>", anchor(subject.name),
                  markup(subject.name), look_of(subject.status).mark, look_of(subject.status).word,
                  markup(reason_of(subject)));
  for (const Estimate& e : subject.verdict.estimates) {
    text +=
        fmt::format("<li>{}: {}, band {}</li>", markup(e.name),
                    with_interval(e.estimate, e.lower, e.upper), band(e.band_lower, e.band_upper));
  }
  return text + fmt::format("</ul><p>{}: {}</p></section>", role_of(claim, subject),
                            markup(subject.prediction));
}

}  // namespace

std::string html_report(const Record& record) {
  std::string text =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>asymptest</title>";
  text += "<p>" + markup(suite_sentence(record)) + "</p>";
  for (const ClaimRecord& claim : record.claims) {
    text += "<h2>" + markup(claim.title) + "</h2>";
    for (const SubjectRecord& subject : claim.subjects) text += subject_section(claim, subject);
  }
  return text + "</html>\n";
}

}  // namespace asymptest::report
