#include "asymptest/cli/options/parser.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::cli::parser_test {
namespace {

bool refused_as_unexpected(Parser& parser, const std::vector<std::string>& arguments) {
  try {
    parser.parse(arguments);
  } catch (const RefusedArguments& problem) {
    return problem.unexpected();
  }
  ADD_FAILURE() << "taken";
  return false;
}

TEST(Parser, TellsMoreThanACommandTakesFromTheRest) {
  Parser parser("a program");
  int number = 0;
  parser.program().add_option("--number", number);
  EXPECT_TRUE(refused_as_unexpected(parser, {"--nubmer", "1"}));
  EXPECT_FALSE(refused_as_unexpected(parser, {"--number", "many"}));
}

TEST(Parser, PrintsTheHelpAndRunsNothing) {
  Parser parser("a program");
  bool called = false;
  parser.program().add_subcommand("run").callback([&called] { called = true; });
  testing::internal::CaptureStdout();
  const char* arguments[] = {"program", "--help"};
  parser.parse(2, arguments);
  EXPECT_THAT(testing::internal::GetCapturedStdout(), testing::HasSubstr("a program"));
  EXPECT_FALSE(called);
}

TEST(Parser, LeavesTheCommandsOwnErrorsAlone) {
  Parser parser("a program");
  parser.program().add_subcommand("run").callback(
      [] { throw std::domain_error("of the command"); });
  EXPECT_THROW(parser.parse({"run"}), std::domain_error);
}

}  // namespace
}  // namespace asymptest::cli::parser_test
