#include "asymptest/cli/commands/calibrate_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/testing/test_program.hpp"

namespace asymptest::cli::calibrate_command_test {
namespace {

Printed calibrate(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "calibrate");
  return printed_by(arguments);
}

TEST(CalibrateCommand, ListsTheFamilies) {
  const Printed output = calibrate({"--list"});
  EXPECT_EQ(output.exit_code, as_expected);
  EXPECT_THAT(output.out, testing::HasSubstr("pure\n"));
  EXPECT_THAT(output.out, testing::HasSubstr("(log x)^0.5 (declared)\n"));
}

TEST(CalibrateCommand, KeepsTheFamiliesWithoutAPromiseApart) {
  const auto has_them = testing::HasSubstr("crossover at 512\n");
  EXPECT_THAT(calibrate({"--list", "--unpromised"}).out, has_them);
  EXPECT_THAT(calibrate({"--list"}).out, testing::Not(has_them));
}

TEST(CalibrateCommand, PrintsARowForEachFamilyAndDeviation) {
  const Printed output =
      calibrate({"--families", "1+1x^-1,heteroscedastic", "--replications", "2"});
  EXPECT_EQ(output.exit_code, as_expected);
  EXPECT_THAT(output.out, testing::ContainsRegex("1\\+1x\\^-1 +\\+0 +32768"));
  EXPECT_THAT(output.out, testing::ContainsRegex("heteroscedastic +-4 +32768"));
}

TEST(CalibrateCommand, DrawsFurtherStagesWhereTheFirstShowsNothing) {
  const Printed output = calibrate({"--families", "heteroscedastic", "--replications", "2,3,4"});
  EXPECT_THAT(output.out, testing::HasSubstr("3: beside a rate: of a stage of 4 fresh"));
  EXPECT_THAT(output.out, testing::HasSubstr(" 3: 0.0"));
  EXPECT_THAT(output.out, testing::Not(testing::HasSubstr(" 2: 0.0")));
  EXPECT_THAT(output.out, testing::HasSubstr("confidence in 0 of the 5 rows"));
}

TEST(CalibrateCommand, PrintsOneJsonObjectWithTheCounts) {
  const Printed output =
      calibrate({"--families", "heteroscedastic", "--replications", "3", "--json"});
  const auto record = nlohmann::json::parse(output.out);
  EXPECT_EQ(record["replications"], nlohmann::json({3}));
  ASSERT_EQ(record["cells"].size(), 7);
  const auto& cell = record["cells"][0];
  EXPECT_EQ(cell["family"], "heteroscedastic");
  EXPECT_EQ(cell["replications"], 3);
  EXPECT_EQ(cell["procedure"]["supported"].get<int>() + cell["procedure"]["refuted"].get<int>() +
                cell["procedure"]["inconclusive"].get<int>(),
            3);
}

TEST(CalibrateCommand, GivesTheSameNumbersForTheSameSeedOnly) {
  std::vector<std::string> run{"--families", "heteroscedastic", "--replications",
                               "20",         "--seed",          "1"};
  const std::string first = calibrate(run).out;
  run.insert(run.end(), {"--jobs", "2"});
  EXPECT_EQ(first, calibrate(run).out);
  run[5] = "2";
  EXPECT_NE(first, calibrate(run).out);
}

TEST(CalibrateCommand, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(calibrate({"--families", "nonsense"}).exit_code, bad_input);
  EXPECT_EQ(calibrate({"--alpha", "0"}).exit_code, bad_input);
  EXPECT_EQ(calibrate({"--replications", "0"}).exit_code, bad_input);
  const Printed run = calibrate({"--replications", "5,0"});
  EXPECT_EQ(run.exit_code, bad_input);
  EXPECT_THAT(run.err, testing::HasSubstr("--replications"));
  EXPECT_EQ(run.out, "");
}

}  // namespace
}  // namespace asymptest::cli::calibrate_command_test
