#include "asymptest/cli/commands/registered_command.hpp"

namespace asymptest::cli {
namespace {

std::vector<AddCommand>& all_commands() {
  static std::vector<AddCommand> all;
  return all;
}

}  // namespace

RegisteredCommand::RegisteredCommand(AddCommand add) { all_commands().push_back(add); }

const std::vector<AddCommand>& registered_commands() { return all_commands(); }

}  // namespace asymptest::cli
