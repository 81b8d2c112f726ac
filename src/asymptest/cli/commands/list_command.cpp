#include "asymptest/cli/list_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "asymptest/cli/exit_code.hpp"
#include "asymptest/cli/selection.hpp"

namespace asymptest::cli {
namespace {

struct ListArguments {
  std::vector<std::string> filters;
  std::string only;
  bool json = false, labels = false;
};

struct Entry {
  std::string name, title;
  std::vector<std::string> labels;
};

std::string title_of(const Control& control) {
  return control.harmless ? "harmless: must be supported" : "breaks: " + control.breaks;
}

Entry entry_of(const Subject& subject) {
  const bool is_control = subject.control != nullptr;
  return {.name = subject.name(),
          .title = is_control ? title_of(*subject.control) : subject.claim->title,
          .labels = {is_control ? "control" : "claim", subject.claim->topic(),
                     std::string(name_of(Tier::quick))}};
}

Entry entry_of(const Proof& proof) {
  return {.name = proof.id,
          .title = proof.title,
          .labels = {"proof", proof.id.substr(0, proof.id.find('/')),
                     std::string(name_of(Tier::quick))}};
}

void print_json(const std::vector<Entry>& entries) {
  auto list = nlohmann::ordered_json::array();
  for (const Entry& entry : entries) {
    list.push_back({{"name", entry.name}, {"title", entry.title}, {"labels", entry.labels}});
  }
  fmt::print("{}\n", list.dump(1));
}

void print_titles(const std::vector<Entry>& entries) {
  std::size_t width = 0;
  for (const Entry& entry : entries) width = std::max(width, entry.name.size());
  for (const Entry& entry : entries) fmt::print("{:<{}}  {}\n", entry.name, width, entry.title);
}

ExitCode list(const ListArguments& arguments) {
  const Catalogue all = catalogue();
  const Selection selection(all, arguments.filters, parse_only(arguments.only));
  const Catalogue selected = selection.part_of(all);
  std::vector<Entry> entries;
  for (const Subject& subject : selected.suite) entries.push_back(entry_of(subject));
  for (const Proof* proof : selected.proofs) entries.push_back(entry_of(*proof));
  if (arguments.json) {
    print_json(entries);
  } else if (arguments.labels) {
    for (const Entry& e : entries) fmt::print("{} {}\n", e.name, fmt::join(e.labels, ","));
  } else {
    print_titles(entries);
  }
  return as_expected;
}

}  // namespace

void add_list_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("list", "List the claims, their controls and the proofs");
  const auto arguments = std::make_shared<ListArguments>();
  command->add_option("filter", arguments->filters, "As for `run`");
  command->add_option("--only", arguments->only, "claims, controls or proofs")->type_name("WHAT");
  command->add_flag("--labels", arguments->labels, "Print each name with its test labels");
  command->add_flag("--json", arguments->json, "Print a JSON list");
  command->callback([arguments, &exit_code] { exit_code = list(*arguments); });
}

}  // namespace asymptest::cli
