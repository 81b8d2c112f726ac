#include "asymptest/cli/manual/command_tree.hpp"

#include <CLI/CLI.hpp>

namespace asymptest::cli {
namespace {

OptionText text_of(const CLI::Option& option) {
  OptionText text{.help = option.get_description()};
  if (option.nonpositional()) {
    for (const std::string& name : option.get_snames()) text.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) text.names.push_back("--" + name);
    text.value = option.get_type_name();
  } else {
    text.positional = true;
    text.names.push_back(option.get_name(true));
  }
  return text;
}

CommandText text_of(const CLI::App& command) {
  CommandText text{.name = command.get_name(),
                   .help = command.get_description(),
                   .footer = command.get_footer()};
  for (const CLI::Option* option : command.get_options()) text.options.push_back(text_of(*option));
  return text;
}

}  // namespace

CommandTree command_tree(const CLI::App& app) {
  CommandTree tree{.name = "asymptest", .help = app.get_description()};
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    tree.commands.push_back(text_of(*command));
  }
  return tree;
}

}  // namespace asymptest::cli
