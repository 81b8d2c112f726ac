#include "asymptest/cli/manual/command_tree.hpp"

namespace asymptest::cli {
namespace {

OptionText text_of(Option option) {
  OptionText text{.help = option.help()};
  if (option.is_positional()) {
    text.positional = true;
    text.names.push_back(option.positional_name());
  } else {
    for (const std::string& name : option.short_names()) text.names.push_back("-" + name);
    for (const std::string& name : option.long_names()) text.names.push_back("--" + name);
    text.value = option.value_name();
  }
  return text;
}

CommandText text_of(Command command) {
  CommandText text{.name = command.name(), .help = command.help(), .footer = command.footer()};
  for (const Option option : command.options()) text.options.push_back(text_of(option));
  return text;
}

}  // namespace

CommandTree command_tree(Command app) {
  CommandTree tree{.name = "asymptest", .help = app.help()};
  for (const Command command : app.commands()) tree.commands.push_back(text_of(command));
  return tree;
}

}  // namespace asymptest::cli
