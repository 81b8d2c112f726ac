#include "asymptest/cli/showing/report_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "asymptest/cli/input/claim_files.hpp"
#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/input/record_file.hpp"
#include "asymptest/cli/input/stored_record.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/cli/output/terminal.hpp"
#include "asymptest/cli/output/verdict_table.hpp"
#include "asymptest/record/record_schema.hpp"
#include "asymptest/report/write_report.hpp"

namespace asymptest::cli {
namespace {

struct ReportArguments {
  std::vector<std::string> files, history;
  WhichRun which;
  std::string folder = "report";
  bool json = false, schema = false;
  StoreOption store;
};

/// The records of before, the oldest first.
std::vector<Record> earlier_records(const std::vector<std::string>& files) {
  std::vector<Record> records;
  for (const std::string& file : files) records.push_back(read_record(file));
  std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) {
    return a.provenance.measured_at < b.provenance.measured_at;  // ISO 8601: as text, too
  });
  return records;
}

ExitCode report(const ReportArguments& arguments) {
  if (arguments.schema) {
    fmt::print("{}\n", record_schema());
    return as_expected;
  }
  std::vector<std::string> words = arguments.files;
  const Catalogue all = take_catalogue(words);
  if (!words.empty()) {
    throw std::invalid_argument(
        fmt::format("'{}' is no claim file, expected one that ends in .toml, or a folder of them",
                    words.front()));
  }
  const auto record = stored_record(arguments.store, arguments.which, all);
  if (!record) {
    fmt::print(stderr, "asymptest: nothing was measured{} yet; `asymptest run` does\n",
               arguments.which.seed ? fmt::format(" at seed {}", *arguments.which.seed) : "");
    return nothing_measured;
  }
  if (arguments.files.empty() && exit_code_of(*record) == nothing_measured) {
    fmt::print(stderr,
               "asymptest: no claim of this program was measured here; `asymptest report FILE` "
               "reports on the claims of a file\n");
    return nothing_measured;
  }
  write_report(*record, arguments.folder, earlier_records(arguments.history));
  if (arguments.json) {
    fmt::print("{}\n", to_json(*record));
  } else {
    fmt::print("{}Report: {}/index.html\n",
               verdict_table(*record, wants_colour(stdout), columns_of(stdout, widest_table)),
               arguments.folder);
  }
  return exit_code_of(*record);
}

}  // namespace

void add_report_command(Command app, int& exit_code) {
  const Command command =
      app.add_subcommand("report", "Report on what is stored; measures nothing");
  const auto arguments = std::make_shared<ReportArguments>();
  command.add_option("FILE", arguments->files, "Claim files, or folders of them, to report on")
      .type_name("");
  arguments->store.add_to(command);
  add_seed_option(command, arguments->which.seed, "the suite", newest_run);
  add_tier_option(command, arguments->which.tier, newest_run);
  add_alpha_option(command, arguments->which.alpha, "any verdict of the suite", newest_run);
  command.add_option("--report", arguments->folder, "Folder for the report [report]")
      .type_name("DIR");
  command
      .add_option("--history", arguments->history,
                  "Earlier records, or folders of reports, beside which each claim is shown; "
                  "repeat it")
      .type_name("RECORD")
      .allow_extra_args(false);
  command.add_flag("--json", arguments->json, "Print the record as JSON");
  command.add_flag("--schema", arguments->schema, "Print the JSON Schema of a record, no report");
  command.callback([arguments, &exit_code] { exit_code = report(*arguments); });
}

}  // namespace asymptest::cli
