#include "asymptest/cli/manual/manual_commands.hpp"

#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "asymptest/cli/manual/command_tree.hpp"
#include "asymptest/cli/manual/completion.hpp"
#include "asymptest/cli/manual/man_page.hpp"
#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/engine/records/provenance.hpp"

namespace asymptest::cli {
namespace {

std::string completion_for(const std::string& shell, Command app) {
  if (shell == "bash") return bash_completion(command_tree(app));
  if (shell == "zsh") return zsh_completion(command_tree(app));
  throw std::invalid_argument(fmt::format("the shell is '{}', expected bash or zsh", shell));
}

void add_completion_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand(
      "completion", "Print a script that completes commands, options and claims");
  const auto shell = std::make_shared<std::string>();
  command.add_option("SHELL", *shell, "The shell that completes: bash or zsh")
      .required()
      .type_name("");
  command.footer(
      "bash: source <(asymptest completion bash)\n"
      "zsh:  asymptest completion zsh > a folder of fpath/_asymptest");
  command.callback([shell, app, &exit_code] {
    fmt::print("{}", completion_for(*shell, app));
    exit_code = as_expected;
  });
}

void add_manual_command(Command app, int& exit_code) {
  const Command command = app.add_subcommand("manual", "Print the manual page, for man -l");
  command.callback([app, &exit_code] {
    fmt::print("{}", man_page(command_tree(app), version_text()));
    exit_code = as_expected;
  });
}

}  // namespace

void add_manual_commands(Command app, int& exit_code) {
  add_completion_command(app, exit_code);
  add_manual_command(app, exit_code);
}

}  // namespace asymptest::cli
