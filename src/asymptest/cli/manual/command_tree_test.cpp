#include "asymptest/cli/manual/command_tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/cli/options/parser.hpp"

namespace asymptest::cli::command_tree_test {
namespace {

using testing::ElementsAre;

TEST(CommandTree, HoldsWhatIsDeclared) {
  Parser parser("a program");
  const Command command = parser.program().add_subcommand("run", "Runs");
  std::string filter, store;
  bool json = false;
  command.add_option("FILTER", filter, "Which ones");
  command.add_option("-s,--store", store, "Where").type_name("FILE");
  command.add_flag("--json", json, "As JSON");
  command.footer("The end.");
  const CommandTree tree = command_tree(parser.program());
  EXPECT_EQ(tree.help, "a program");
  ASSERT_EQ(tree.commands.size(), 1U);
  EXPECT_EQ(tree.commands[0].name, "run");
  EXPECT_EQ(tree.commands[0].footer, "The end.");
  const auto& options = tree.commands[0].options;  // the first is --help
  ASSERT_EQ(options.size(), 4U);
  EXPECT_TRUE(options[1].positional);
  EXPECT_THAT(options[1].names, ElementsAre("FILTER"));
  EXPECT_THAT(options[2].names, ElementsAre("-s", "--store"));
  EXPECT_EQ(options[2].value, "FILE");
  EXPECT_EQ(options[3].value, "");
  EXPECT_EQ(options[3].help, "As JSON");
}

}  // namespace
}  // namespace asymptest::cli::command_tree_test
