#include "commands/measure_command.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/random/stream.hpp"
#include "asymptest/report/write_file.hpp"
#include "asymptest/testing/test_program.hpp"
#include "commands/measure_text.hpp"

namespace asymptest::cli::measure_command_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Points of a circle (kind a) and of a square (kind b), with a constant column.
std::string circle_and_square() {
  Stream random({.claim = "measure-command-test"});
  std::string text = "x,kind,y,z\n";
  for (int i = 0; i < 300; ++i) {
    const double angle = random.uniform(0, 6.283185307179586);
    text += fmt::format("{},a,{},1\n", std::cos(angle), std::sin(angle));
    const double x = random.uniform(5, 6);
    text += fmt::format("{},b,{},1\n", x, random.uniform());
  }
  return text;
}

class MeasureCommand : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::path(testing::TempDir()) / ("measure-" + std::to_string(::getpid()));
    report::write_file(data(), circle_and_square());
  }
  void TearDown() override { fs::remove_all(folder); }
  [[nodiscard]] fs::path data() const { return folder / "data.csv"; }

  [[nodiscard]] nlohmann::json measured(const std::string& what) const {
    const Printed printed =
        printed_by({"measure", what, data().string(), "--label", "kind", "--json"});
    EXPECT_EQ(printed.exit_code, as_expected) << printed.err;
    return nlohmann::json::parse(printed.out);
  }

  fs::path folder;
};

TEST_F(MeasureCommand, FindsTheDimensionOfEachClass) {
  const nlohmann::json found = measured("dimension");
  EXPECT_EQ(found["points"], 600);
  EXPECT_EQ(found["constant_coordinates"], 1);
  ASSERT_EQ(found["labels"].size(), 2U);
  for (const int i : {0, 1}) {
    const nlohmann::json& of_class = found["labels"][i];
    const double dimension = i + 1;
    EXPECT_EQ(of_class["label"], i == 0 ? "a" : "b");
    const nlohmann::json& estimate = of_class["estimates"][2];
    EXPECT_EQ(estimate["method"], "mle");
    EXPECT_EQ(estimate["k"], 10);
    const double value = estimate["dimension"].get<double>();
    const double lower = estimate["lower"].get<double>(), upper = estimate["upper"].get<double>();
    EXPECT_LT(lower, value);
    EXPECT_GT(upper, value);
    // Three widths of the 95 % interval: six standard errors, and room for the square's rim.
    EXPECT_NEAR(value, dimension, 3 * (upper - lower) / 2);
  }
}

TEST_F(MeasureCommand, FindsTheExponentsOfTheCovering) {
  const nlohmann::json found = measured("covering");
  const nlohmann::json& circle = found["labels"][0];
  // Three half-widths of the 95 % interval: six standard errors.
  const nlohmann::json& exponent = circle["exponent"];
  const double value = exponent["value"].get<double>(), lower = exponent["lower"].get<double>();
  EXPECT_NEAR(value, -1, 3 * (value - lower));
  // 4/d̂ is this product, by one division more.
  EXPECT_DOUBLE_EQ(circle["scaling"]["piecewise_linear"]["value"].get<double>(), -4 * value);
  EXPECT_EQ(found["covering"].back()["samples"], 450);
}

TEST_F(MeasureCommand, PrintsAndDrawsAFigure) {
  const fs::path svg = folder / "figure.svg";
  const Printed printed = printed_by({"measure", "dimension", data().string(), "--label", "kind",
                                      "--k", "4", "--svg", svg.string()});
  EXPECT_THAT(printed.out, HasSubstr("600 points of 3 coordinates; 1 coordinates are constant"));
  EXPECT_THAT(printed.out, HasSubstr("mle, k = 4"));
  EXPECT_THAT(printed.out, HasSubstr("●"));
  EXPECT_TRUE(fs::exists(svg));
}

TEST_F(MeasureCommand, NamesWhatItLeavesOut) {
  report::write_file(data(), "kind,x\na,nan\na,1\na,1\n" + std::string("a,2\n"));
  const Printed printed = printed_by({"measure", "dimension", data().string(), "--label", "kind"});
  EXPECT_EQ(printed.exit_code, bad_input);
  EXPECT_THAT(printed.err,
              HasSubstr("4 points of 1 coordinates; 1 copies of other points left out; 1 points "
                        "left out for cells that are not finite, the first is point 1"));
  EXPECT_THAT(printed.err, HasSubstr("2 points, expected at least 64"));
}

TEST_F(MeasureCommand, NamesAFileThatCanNotBeUsed) {
  report::write_file(data(), "1,2\n3,four\n");
  const Printed printed = printed_by({"measure", "covering", data().string()});
  EXPECT_EQ(printed.exit_code, bad_input);
  EXPECT_THAT(printed.err, HasSubstr("data.csv, byte 6: line 2, column 2: 'four', expected"));
}

TEST(IntervalTable, DrawsIntervalsOnOneAxis) {
  const std::string table =
      interval_table({{"one", 2, 1, 3}, {"two", 3, 2, HUGE_VAL}, {"none", NAN, NAN, NAN}}, 5);
  EXPECT_THAT(table, HasSubstr("├─●─┤\n"));
  EXPECT_THAT(table, HasSubstr("  ├─●\n"));
}

}  // namespace
}  // namespace asymptest::cli::measure_command_test
