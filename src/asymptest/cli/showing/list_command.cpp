#include "asymptest/cli/showing/list_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "asymptest/cli/input/claim_files.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/engine/course/judgement.hpp"

namespace asymptest::cli {
namespace {

struct ListArguments {
  std::vector<std::string> filters;
  std::string only;
  bool json = false, labels = false, lengthy = false, index = false;
};

struct Entry {
  std::string name, title;
  std::vector<std::string> labels;
  std::string declared_at = {};
  std::string lacking = {};
};

std::string title_of(const Subject& control) {
  if (control.must_be_supported()) return "harmless: must be supported";
  if (!control.control->breaks.empty()) return "breaks: " + control.control->breaks;
  return "must show " + describe_expectation(control);
}

Entry entry_of(const Subject& subject) {
  const bool is_control = subject.control != nullptr;
  Entry entry{.name = subject.name(),
              .title = is_control ? title_of(subject) : subject.claim->title,
              .labels = {is_control ? "control" : "claim", subject.claim->topic(),
                         std::string(name_of(Tier::quick))},
              .declared_at = subject.claim->declared_at,
              .lacking = subject.lacking()};
  if (subject.claim->on_data) entry.labels.emplace_back("data");
  return entry;
}

Entry entry_of(const Proof& proof) {
  return {.name = proof.id,
          .title = proof.title,
          .labels = {"proof", proof.id.substr(0, proof.id.find('/')),
                     std::string(name_of(Tier::quick))}};
}

void print_entries_as_json(const std::vector<Entry>& entries) {
  auto list = nlohmann::ordered_json::array();
  for (const Entry& entry : entries) {
    list.push_back({{"name", entry.name},
                    {"title", entry.title},
                    {"labels", entry.labels},
                    {"declared_at", entry.declared_at}});
  }
  fmt::print("{}\n", list.dump(1));
}

void print_titles(const std::vector<Entry>& entries, bool with_places) {
  std::size_t width = 0;
  for (const Entry& entry : entries) width = std::max(width, entry.name.size());
  for (const Entry& entry : entries) {
    fmt::print("{:<{}}  {}\n", entry.name, width, entry.title);
    if (!entry.lacking.empty()) fmt::print("{:<{}}  {}\n", "", width, entry.lacking);
    if (with_places && !entry.declared_at.empty()) {
      fmt::print("{:<{}}  {}\n", "", width, entry.declared_at);
    }
  }
}

std::string in_cell(std::string text) {
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) {
    text.insert(at, "\\");
  }
  return text;
}

std::string status_of(const Claim& claim) {
  if (claim.is_erratum()) return "erratum, corrected by `" + claim.corrected_by + "`";
  return fmt::format("{} control{}{}", claim.controls.size(), claim.controls.size() == 1 ? "" : "s",
                     claim.on_data ? ", on real data" : "");
}

/// docs/claims.md: a table a topic.
void print_index(const Catalogue& catalogue) {
  fmt::print(
      "# The claims\n\nWritten by `asymptest list --index`; a test fails when it is stale.\n");
  std::string topic;
  for (const Subject& subject : catalogue.suite) {
    if (subject.control != nullptr) continue;
    const Claim& claim = *subject.claim;
    if (claim.topic() != topic) {
      topic = claim.topic();
      std::string folder = topic;
      std::replace(folder.begin(), folder.end(), '-', '_');
      fmt::print(
          "\n## [{}](../verify/{}/README.md)\n\n| claim | says | predicts | |\n| --- | --- | --- | "
          "--- |\n",
          topic, folder);
    }
    fmt::print("| `{}` | {} | {} | {} |\n", claim.id, in_cell(claim.title),
               in_cell(claim.predict.describe()), status_of(claim));
  }
  if (catalogue.proofs.empty()) return;
  fmt::print("\n## proof\n\n| proof | says |\n| --- | --- |\n");
  for (const Proof* proof : catalogue.proofs) {
    fmt::print("| `{}` | {} |\n", proof->id, in_cell(proof->title));
  }
}

ExitCode list(const ListArguments& arguments) {
  std::vector<std::string> filters = arguments.filters;
  const Catalogue all = take_catalogue(filters);
  const Selection selection(all, filters, parse_only(arguments.only));
  const Catalogue selected = selection.part_of(all);
  if (arguments.index) {
    print_index(selected);
    return as_expected;
  }
  std::vector<Entry> entries;
  for (const Subject& subject : selected.suite) entries.push_back(entry_of(subject));
  for (const Proof* proof : selected.proofs) entries.push_back(entry_of(*proof));
  if (arguments.json) {
    print_entries_as_json(entries);
  } else if (arguments.labels) {
    for (const Entry& e : entries) fmt::print("{} {}\n", e.name, fmt::join(e.labels, ","));
  } else {
    print_titles(entries, arguments.lengthy);
  }
  return as_expected;
}

}  // namespace

void add_list_command(Command app, int& exit_code) {
  const Command command =
      app.add_subcommand("list", "List the claims, their controls and the proofs");
  const auto arguments = std::make_shared<ListArguments>();
  command.add_option("FILTER", arguments->filters, "As for `run`").type_name("");
  command.add_option("--only", arguments->only, "Only these: claims, controls or proofs")
      .type_name("WHAT");
  command.add_flag("--labels", arguments->labels, "Print each name with its test labels");
  command.add_flag("--long", arguments->lengthy, "Print file and line of each as well");
  command.add_flag("--index", arguments->index, "Print the table that docs/claims.md holds");
  command.add_flag("--json", arguments->json, "Print a JSON list");
  command.callback([arguments, &exit_code] { exit_code = list(*arguments); });
}

}  // namespace asymptest::cli
