#include "asymptest/cli/calibrate_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "asymptest/cli/exit_code.hpp"

namespace asymptest::cli::calibrate_command_test {
namespace {

struct Output {
  int exit_code = -1;
  std::string text;
};

Output calibrate(const std::string& arguments) {
  CLI::App app;
  Output output;
  add_calibrate_command(app, output.exit_code);
  testing::internal::CaptureStdout();
  app.parse("calibrate " + arguments);
  output.text = testing::internal::GetCapturedStdout();
  return output;
}

TEST(CalibrateCommand, ListsTheFamilies) {
  const Output output = calibrate("--list");
  EXPECT_EQ(output.exit_code, as_expected);
  EXPECT_THAT(output.text, testing::HasSubstr("pure\n"));
  EXPECT_THAT(output.text, testing::HasSubstr("(log x)^0.5 (declared)\n"));
}

TEST(CalibrateCommand, PrintsARowForEachFamilyAndDeviation) {
  const Output output = calibrate("--families 1+1x^-1,heteroscedastic --replications 2");
  EXPECT_EQ(output.exit_code, as_expected);
  EXPECT_THAT(output.text, testing::ContainsRegex("1\\+1x\\^-1 +\\+0 +32768"));
  EXPECT_THAT(output.text, testing::ContainsRegex("heteroscedastic +-4 +32768"));
}

TEST(CalibrateCommand, DrawsFurtherStagesWhereTheFirstShowsNothing) {
  const Output output = calibrate("--families heteroscedastic --replications 2,3,4");
  EXPECT_THAT(output.text, testing::HasSubstr("3: beside a rate: of a stage of 4 fresh"));
  EXPECT_THAT(output.text, testing::HasSubstr(" 3: 0.0"));
  EXPECT_THAT(output.text, testing::Not(testing::HasSubstr(" 2: 0.0")));
  EXPECT_THAT(output.text, testing::HasSubstr("confidence in 0 of the 5 rows"));
}

TEST(CalibrateCommand, PrintsOneJsonObjectWithTheCounts) {
  const Output output = calibrate("--families heteroscedastic --replications 3 --json");
  const auto record = nlohmann::json::parse(output.text);
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
  const std::string run = "--families heteroscedastic --replications 20 --seed ";
  const std::string first = calibrate(run + "1").text;
  EXPECT_EQ(first, calibrate(run + "1 --jobs 2").text);
  EXPECT_NE(first, calibrate(run + "2").text);
}

TEST(CalibrateCommand, RefusesWhatItDoesNotKnow) {
  CLI::App app;
  int exit_code = -1;
  add_calibrate_command(app, exit_code);
  EXPECT_THROW(app.parse("calibrate --families nonsense"), std::invalid_argument);
  EXPECT_THROW(app.parse("calibrate --alpha 0"), CLI::ValidationError);
  EXPECT_THROW(app.parse("calibrate --replications 0"), CLI::ValidationError);
  EXPECT_THROW(app.parse("calibrate --replications 5,0"), CLI::ValidationError);
}

}  // namespace
}  // namespace asymptest::cli::calibrate_command_test
