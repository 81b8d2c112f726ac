#include "asymptest/cli/showing/diff_command.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "asymptest/cli/input/record_file.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/report/compare.hpp"

namespace asymptest::cli {
namespace {

struct DiffOptions {
  std::filesystem::path older, newer;
  bool json = false;
};

void print_for_machines(const std::vector<report::Change>& changes) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const report::Change& change : changes) {
    list.push_back({{"kind", report::name_of(change.kind)},
                    {"subject", change.subject},
                    {"what", change.what}});
  }
  fmt::print("{}\n", nlohmann::ordered_json{{"changes", list}}.dump(2));
}

void print_for_people(const std::vector<report::Change>& changes) {
  for (const report::Change& change : changes) {
    const std::string subject = change.subject.empty() ? "the suite" : change.subject;
    fmt::print("{}: {}: {}\n", subject, report::name_of(change.kind), change.what);
  }
  if (changes.empty()) fmt::print("nothing changed\n");
}

}  // namespace

void add_diff_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand(
      "diff", "Show changed verdicts, drifted estimates and loosened bands between two records");
  const auto options = std::make_shared<DiffOptions>();
  command.add_option("OLD", options->older, "A record.json, or the folder of a report")
      .required()
      .type_name("");
  command.add_option("NEW", options->newer, "A record.json, or the folder of a report")
      .required()
      .type_name("");
  command.add_flag("--json", options->json, "Print one JSON object");
  command.callback([options, &exit_code] {
    const auto changes = report::compare(read_record(options->older), read_record(options->newer));
    options->json ? print_for_machines(changes) : print_for_people(changes);
    exit_code = changes.empty() ? as_expected : not_expected;
  });
}

}  // namespace asymptest::cli
