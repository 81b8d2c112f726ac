#include "asymptest/report/write_report.hpp"

#include "asymptest/report/html_report.hpp"
#include "asymptest/report/junit.hpp"
#include "asymptest/report/markdown_report.hpp"
#include "asymptest/report/verdicts_csv.hpp"
#include "asymptest/report/write_file.hpp"

namespace asymptest {

void write_report(const Record& record, const std::filesystem::path& folder) {
  report::write_file(folder / "verdicts.csv", report::verdicts_csv(record));
  report::write_file(folder / "junit.xml", report::junit(record));
  report::write_file(folder / "report.md", report::markdown_report(record));
  report::write_file(folder / "index.html", report::html_report(record));
}

}  // namespace asymptest
