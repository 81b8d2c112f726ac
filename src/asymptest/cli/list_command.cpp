#include "asymptest/cli/list_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "asymptest/claim/registry.hpp"
#include "asymptest/cli/exit_code.hpp"

namespace asymptest::cli {

void add_list_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("list", "List the claims and their controls");
  command->callback([&exit_code] {
    for (const Subject& subject : registry().subjects()) fmt::print("{}\n", subject.name());
    exit_code = as_expected;
  });
}

}  // namespace asymptest::cli
