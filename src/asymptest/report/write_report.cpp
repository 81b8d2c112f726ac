#include "asymptest/report/write_report.hpp"

#include "asymptest/report/figures/figure_of.hpp"
#include "asymptest/report/formats/badge.hpp"
#include "asymptest/report/formats/junit.hpp"
#include "asymptest/report/formats/latex_table.hpp"
#include "asymptest/report/formats/markdown_report.hpp"
#include "asymptest/report/formats/verdicts_csv.hpp"
#include "asymptest/report/html/html_report.hpp"
#include "asymptest/report/text/escape.hpp"
#include "asymptest/report/write_file.hpp"

namespace asymptest {

namespace {

void write_figures(const Record& record, const std::filesystem::path& folder) {
  for (const ClaimRecord& claim : record.claims) {
    for (const SubjectRecord& subject : claim.subjects) {
      if (measured_points(subject).empty()) continue;
      const report::Figure figure = report::figure_of(claim, subject, report::Detail::full);
      report::write_file(folder / (report::file_stem(subject.name) + ".svg"),
                         report::as_file(figure));
    }
  }
}

}  // namespace

void write_report(const Record& record, const std::filesystem::path& folder,
                  std::span<const Record> earlier) {
  report::write_file(folder / "record.json", to_json(record));
  report::write_file(folder / "verdicts.csv", report::verdicts_csv(record));
  report::write_file(folder / "junit.xml", report::junit(record));
  report::write_file(folder / "claims.tex", report::latex_table(record));
  report::write_file(folder / "badge.svg", report::badge(record));
  report::write_file(folder / "report.md", report::markdown_report(record));
  write_figures(record, folder / "figures");
  report::write_file(folder / "index.html", report::html_report(record, earlier));
}

void write_figure(const Record& record, const std::filesystem::path& file) {
  const ClaimRecord& claim = record.claims.front();
  const report::Figure figure =
      report::figure_of(claim, claim.subjects.front(), report::Detail::full);
  report::write_file(file, report::as_file(figure));
}

}  // namespace asymptest
