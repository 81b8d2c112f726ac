#include "asymptest/cli/manual/man_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::cli::man_page_test {
namespace {

using testing::HasSubstr;

TEST(ManPage, HasASectionACommandAndNoStrayMacro) {
  const CommandTree tree{
      .name = "asymptest",
      .help = "Tests",
      .commands = {{.name = "check",
                    .help = "Check a file",
                    .footer = ".dotted \\ line",
                    .options = {{.names = {"--where"}, .value = "CELL", .help = "Only rows"},
                                {.names = {"FILE"}, .help = "A file", .positional = true}}}}};
  const std::string page = man_page(tree, "1.2");
  EXPECT_THAT(page, HasSubstr(".SS check\nCheck a file.\n.TP\n\\fIFILE\\fR\nA file\n"
                              ".TP\n\\fB\\-\\-where\\fR \\fICELL\\fR\nOnly rows\n"));
  EXPECT_THAT(page, HasSubstr("\n\\&.dotted \\e line\n"));
}

}  // namespace
}  // namespace asymptest::cli::man_page_test
