#include "asymptest/report/formats/latex_table.hpp"

#include <fmt/format.h>

#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/text/number.hpp"
#include "asymptest/report/text/wording.hpp"

namespace asymptest::report {
namespace {

std::string row(const std::string& name, const std::string& estimate, const std::string& band,
                const std::string& verdict) {
  // A row's end would take a bracket or a star at the start of the next for its own.
  const bool of_command = name.starts_with('[') || name.starts_with('*');
  return fmt::format("{}{} & {} & {} & {} \\\\\n", of_command ? "{}" : "", name, estimate, band,
                     verdict);
}

std::string rows(const ClaimRecord& claim, const SubjectRecord& subject) {
  std::string name = latex(claim.title);
  const std::string verdict = latex(verdict_word(subject));
  if (subject.verdict.estimates.empty()) return row(name, "", "", verdict);
  std::string text;
  for (const Estimate& e : subject.verdict.estimates) {
    const Interval decides = deciding_interval(e);
    text += row(name, latex(with_interval(e.estimate, decides.lower, decides.upper)),
                latex(band(e.band_lower, e.band_upper)), text.empty() ? verdict : "");
    name.clear();
  }
  return text;
}

}  // namespace

std::string latex_table(const Record& record) {
  std::string text =
      "% Needs \\usepackage{booktabs,longtable}\n"
      "\\begin{longtable}{p{0.44\\linewidth}lll}\n\\toprule\n"
      "claim & estimate & band & verdict \\\\\n\\midrule\n\\endhead\n";
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      const bool shown = subject.control.empty() && subject.status != Status::unmeasured;
      if (shown) text += rows(claim, subject);
    }
  }
  return text + fmt::format("\\bottomrule\n\\end{{longtable}}\n\\noindent {}\n",
                            latex(suite_sentence(record)));
}

}  // namespace asymptest::report
