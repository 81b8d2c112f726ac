#include "asymptest/cli/measuring/merge_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <system_error>

#include "asymptest/cli/input/common_options.hpp"
#include "asymptest/cli/input/selection.hpp"
#include "asymptest/cli/input/store_option.hpp"
#include "asymptest/cli/measuring/shard_run.hpp"
#include "asymptest/cli/output/terminal.hpp"
#include "asymptest/cli/output/verdict_table.hpp"
#include "asymptest/engine/shards/merge.hpp"
#include "asymptest/report/write_file.hpp"
#include "asymptest/report/write_report.hpp"

namespace asymptest::cli {
namespace {

struct MergeArguments {
  std::vector<std::string> files;
  std::string next, report = "report";
  bool json = false, no_report = false;
  StoreOption store;
};

/// Says what the looks ask for, where it is listed and how to go on.
void list_next_round(const Round& next, const std::filesystem::path& file) {
  report::write_file(file, to_json(next));
  std::set<std::string> subjects;
  for (const RoundTask& task : next.tasks) subjects.insert(task.subject);
  fmt::print(stderr,
             "{} of {} claims and controls ask for more, {} trials in all, listed in '{}'; measure "
             "them with `asymptest run --round {} --shard I/N` and merge again\n",
             subjects.size(), next.selected.size(), next.trials(), file.string(), file.string());
}

/// Merges into the store; one that wasn't there before a refusal isn't there after it.
Merged merge_into(const StoreOption& option, const std::vector<std::filesystem::path>& files,
                  const Catalogue& all) {
  const bool was_there = std::filesystem::exists(option.file());
  try {
    Store store = option.open();
    return merge_shards(files, all.suite, all.proofs, all_cores(), store);
  } catch (...) {
    std::error_code ignored;
    if (!was_there) std::filesystem::remove(option.file(), ignored);
    throw;
  }
}

ExitCode merge(const MergeArguments& arguments) {
  const Catalogue all = catalogue();
  const std::vector<std::filesystem::path> files(arguments.files.begin(), arguments.files.end());
  const Merged merged = merge_into(arguments.store, files, all);
  const Record selected = Selection(merged.merged.selected).part_of(merged.record);
  if (arguments.json) fmt::print("{}\n", to_json(selected));
  if (!merged.next.tasks.empty()) {
    list_next_round(merged.next, arguments.next.empty() ? round_file(merged.next.number)
                                                        : std::filesystem::path(arguments.next));
    return next_round;
  }
  if (!arguments.json) fmt::print("{}", verdict_table(selected, wants_colour(stdout)));
  if (!arguments.no_report) {
    write_report(merged.record, arguments.report);
    if (!arguments.json) fmt::print("Report: {}/index.html\n", arguments.report);
  }
  return exit_code_of(selected);
}

}  // namespace

void add_merge_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand(
      "merge", "Put the shards of a round together, decide, and list what the next round measures");
  const auto arguments = std::make_shared<MergeArguments>();
  command.add_option("SHARDS", arguments->files, "Stores of `run --shard`, all of one round")
      .required()
      .type_name("");
  arguments->store.add_to(command);
  command
      .add_option("--next", arguments->next,
                  "File for the next round's list [results/round-2.json after round 1]")
      .type_name("FILE");
  command.add_option("--report", arguments->report, "Folder for the report [report]")
      .type_name("DIR");
  command.add_flag("--no-report", arguments->no_report, "Write no report");
  command.add_flag("--json", arguments->json, "Print the record as JSON");
  command.callback([arguments, &exit_code] { exit_code = merge(*arguments); });
}

}  // namespace asymptest::cli
