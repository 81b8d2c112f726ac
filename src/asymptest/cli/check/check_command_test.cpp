#include "asymptest/cli/check/check_command.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <nlohmann/json.hpp>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/random/stream.hpp"
#include "asymptest/testing/test_program.hpp"

namespace asymptest::cli::check_command_test {
namespace {

using testing::HasSubstr;

Printed run_check(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  return printed_by(arguments);
}

/// A CSV file that lives as long as the test.
class CheckCommand : public testing::Test {
 protected:
  CheckCommand()
      : path_(testing::TempDir() + "asymptest_" +
              testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv") {}
  ~CheckCommand() override { std::filesystem::remove(path_); }

  void write(const std::string& text) const { std::ofstream(path_) << text; }

  // Trials of N^exponent with 30 % noise at eight doubling sizes.
  void write_power_law(double exponent, int trials) const {
    std::ofstream file(path_);
    file << std::setprecision(17) << "N,loss\n";
    for (double n = 16; n <= 2048; n *= 2) {
      for (int t = 0; t < trials; ++t) {
        Stream random({1, "check", std::to_string(n), static_cast<std::uint64_t>(t)});
        file << n << ',' << std::pow(n, exponent) * std::exp(0.3 * random.normal()) << '\n';
      }
    }
  }

  [[nodiscard]] Printed check(const std::vector<std::string>& more = {},
                              const std::string& law = "theta N^-0.5") const {
    // The file last: --x must not swallow it.
    std::vector<std::string> arguments{"--y", "loss", "--predict", law, "--within", "0.05"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    arguments.insert(arguments.end(), {"--x", "N", path_});
    return run_check(arguments);
  }

  std::string path_;
};

TEST_F(CheckCommand, EndsWithZeroWhereTheLawIsSupported) {
  write_power_law(-0.5, 1024);
  const Printed run = check();
  EXPECT_EQ(run.exit_code, as_expected) << run.out << run.err;
  EXPECT_THAT(run.out, testing::StartsWith("supported: "));
  EXPECT_THAT(run.out, HasSubstr("exponent of N: -0."));
  EXPECT_THAT(run.out, HasSubstr("from 8192 trials at 8 design points"));
  EXPECT_EQ(run.err, "");
}

TEST_F(CheckCommand, EndsWithOneWhereTheLawIsRefuted) {
  write_power_law(-0.3, 1024);
  EXPECT_EQ(check().exit_code, not_expected);
  EXPECT_EQ(check({"--towards", "infinity"}, "at_most N^-0.5").exit_code, not_expected);
  EXPECT_EQ(check({"--towards", "infinity"}, "at_least N^-0.5").exit_code, as_expected);
}

TEST_F(CheckCommand, EndsWithThreeWhereTheTrialsDoNotDecide) {
  write_power_law(-0.5, 2);
  const Printed run = check();
  EXPECT_EQ(run.exit_code, undecided);
  EXPECT_THAT(run.out, testing::StartsWith("inconclusive: "));
}

TEST_F(CheckCommand, EndsWithTwoAndOneLineWhereTheInputIsBad) {
  write("N,loss\n16,1\n32,oops\n");
  const Printed run = check();
  EXPECT_EQ(run.exit_code, bad_input);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "asymptest check: " + path_ + ", line 3: 'oops' in column 'loss' is not a number\n");
}

TEST_F(CheckCommand, AMissingFileIsBadInput) {
  const Printed run = check();
  EXPECT_EQ(run.exit_code, bad_input);
  EXPECT_EQ(run.err, "asymptest check: " + path_ + ": no such file\n");
}

TEST_F(CheckCommand, JsonIsOneObjectForMachines) {
  write_power_law(-0.5, 1024);
  const auto json = nlohmann::json::parse(check({"--json"}).out);
  EXPECT_EQ(json["verdict"], "supported");
  EXPECT_LT(json["exponents"][0]["lower"], -0.5);
  EXPECT_GT(json["exponents"][0]["upper"], -0.5);
}

TEST_F(CheckCommand, TakesTheOptionsOfAPrediction) {
  write_power_law(-0.5, 64);
  const Printed run = check({"--up-to-logs", "--summary", "geometric-mean", "--alpha", "0.05"});
  EXPECT_THAT(run.out, HasSubstr("theta (N)^-0.5 up to logs, band 0.05, of the geometric mean"));
  EXPECT_THAT(run.out, HasSubstr("95 % interval"));
  EXPECT_THAT(check({"--correction", "0.5"}).out, HasSubstr("correction x^-0.5"));
}

// h^1.5 (1 + 2h) for h from 2^-8 times the unit up.
std::string steps(double unit) {
  std::string text = "N,loss\n";
  for (int i = -8; i <= 0; ++i) {
    const double h = std::exp2(i);
    text += fmt::format("{},{}\n", h * unit, std::pow(h, 1.5) * (1 + 2 * h));
  }
  return text;
}

TEST_F(CheckCommand, AsksForTheLimitOfAOneSidedLawInEveryUnit) {
  for (const double unit : {1e-6, 1.0, 1e3, 1e9}) {
    write(steps(unit));
    for (const char* law : {"at_most N^2", "at_least N^1"}) {
      EXPECT_EQ(check({}, law).exit_code, bad_input) << unit << law;
    }
    EXPECT_EQ(check({"--towards", "0"}, "at_most N^2").exit_code, not_expected) << unit;
    EXPECT_EQ(check({"--towards", "0"}, "at_most N^1.4").exit_code, as_expected) << unit;
  }
}

TEST_F(CheckCommand, AsksForTheLimitWhereTheOtherTurnsTheVerdictRound) {
  write(steps(1e3));  // 1.5 towards 0, but 2.5 far out: the sizes are all above 1
  const Printed small = check({"--towards", "0"}, "theta N^1.5");
  const Printed large = check({"--towards", "infinity"}, "theta N^1.5");
  ASSERT_EQ(small.exit_code, as_expected) << small.out;
  ASSERT_EQ(large.exit_code, not_expected) << large.out;
  EXPECT_EQ(check({}, "theta N^1.5").exit_code, bad_input);
}

TEST_F(CheckCommand, AsksForTheLimitWhereSizesReachBelowOne) {
  for (const double unit : {1.0, 2.0, 100.0}) {
    write(steps(unit));
    const Printed open = check({}, "at_most N^1.4");
    EXPECT_EQ(open.exit_code, bad_input) << unit;
    EXPECT_EQ(open.out, "");
    EXPECT_THAT(open.err, HasSubstr("expected --towards 0 (as N shrinks"));
    EXPECT_THAT(open.err, HasSubstr("or --towards infinity (as N grows"));
    const Printed small = check({"--towards", "0"}, "at_most N^1.4");
    EXPECT_EQ(small.exit_code, as_expected) << unit << small.out << small.err;
    EXPECT_THAT(small.out, testing::StartsWith("supported: as N -> 0, the exponent of N is 1."));
    EXPECT_EQ(check({"--towards", "0"}, "at_most N^1.7").exit_code, not_expected) << unit;
    const auto json = nlohmann::json::parse(check({"--json", "--towards", "0"}, "theta N^1.5").out);
    EXPECT_EQ(json["verdict"], "supported");
    EXPECT_EQ(json["exponents"][0]["towards"], "0");
  }
}

TEST_F(CheckCommand, DecidesLawsOfEveryKind) {
  std::string text = "N\tloss\n";
  for (int n = 1; n <= 12; ++n) {
    for (const double noise : {0.999, 1.0, 1.0005}) {
      text += fmt::format("{}\t{}\n", n, std::exp(-0.25 * n) * noise);
    }
  }
  write(text);
  EXPECT_EQ(check({}, "equals exp(-N/4)").exit_code, as_expected);
  EXPECT_EQ(check({}, "equals exp(-N/3)").exit_code, not_expected);
  EXPECT_EQ(check({}, "decays N 0.25").exit_code, as_expected);
  EXPECT_EQ(check({}, "decays N 0.5").exit_code, not_expected);
  EXPECT_EQ(check({}, "always_at_most 0.5").exit_code, not_expected);
  EXPECT_EQ(check({}, "decreasing N").exit_code, as_expected);
  EXPECT_EQ(check({}, "increasing N").exit_code, not_expected);
  EXPECT_THAT(check({}, "decreasing N").out, HasSubstr("read with cells separated by a tab"));
}

TEST_F(CheckCommand, TakesComputedColumns) {
  std::string text = "level;err\n";
  for (int level = 0; level < 8; ++level) {
    text += fmt::format("{};{:.9f}\n", level, std::exp2(-2 * level));
  }
  std::replace(text.begin(), text.end(), '.', ',');
  write(text);
  const Printed run = run_check({"--let", "cells = 2^level", "--y", "err", "--predict",
                                 "theta cells^-2", "--within", "0.05", "--x", "cells", path_});
  EXPECT_EQ(run.exit_code, as_expected) << run.out << run.err;
}

// Five seeds with a factor of their own at every size.
TEST_F(CheckCommand, TakesPairs) {
  std::string text = "N,seed,loss\n";
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    Stream random({1, "check", "pairs", seed});
    const double factor = std::exp(0.5 * random.normal());
    for (double n = 16; n <= 4096; n *= 2) {
      text += fmt::format("{},{},{}\n", n, seed,
                          factor * std::pow(n, -0.5) * std::exp(0.01 * random.normal()));
    }
  }
  write(text);
  EXPECT_EQ(check().exit_code, undecided);
  const Printed run = check({"--pair", "seed"});
  EXPECT_EQ(run.exit_code, as_expected) << run.out << run.err;
}

TEST_F(CheckCommand, ADesignIsAskedForItsResolutionWithoutAFile) {
  const Printed run = run_check({"--resolution", "16:2048", "--trials", "8", "--noise", "0.02"});
  EXPECT_EQ(run.exit_code, as_expected) << run.err;
  EXPECT_THAT(run.out, HasSubstr("is decided to within +-0.0"));
  EXPECT_EQ(run_check({"--resolution", "16", "--trials", "8", "--noise", "0.02"}).exit_code,
            bad_input);
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST_F(CheckCommand, WritesAPageAndAFigure) {
  write_power_law(-0.5, 64);
  const std::filesystem::path folder = path_ + ".report", figure = path_ + ".svg";
  const Printed run =
      check({"--rival", "-0.25=diffusion", "--report", folder.string(), "--svg", figure.string()});
  EXPECT_THAT(run.out, HasSubstr("Report: " + folder.string() + "/index.html"));
  const std::string page = text_of(folder / "index.html");
  EXPECT_THAT(page, HasSubstr("asymptest check " + path_ + " --x N --y loss --predict"));
  EXPECT_THAT(page, HasSubstr("diffusion"));
  EXPECT_THAT(text_of(figure), HasSubstr("<svg"));
  std::filesystem::remove_all(folder);
  std::filesystem::remove(figure);
}

TEST_F(CheckCommand, WritesAPageOfPublishedMeans) {
  std::string text = "N,loss,se\n";
  for (double n = 16; n <= 2048; n *= 2) {
    text += fmt::format("{},{},{}\n", n, 1 / n, 0.01 / n);
  }
  write(text);
  const std::filesystem::path folder = path_ + ".report";
  const Printed run = check({"--se", "se", "--report", folder.string()}, "theta N^-1");
  EXPECT_EQ(run.exit_code, as_expected) << run.out << run.err;
  EXPECT_TRUE(std::filesystem::exists(folder / "index.html"));
  std::filesystem::remove_all(folder);
}

TEST_F(CheckCommand, ShowsWhereTheExponentOfALawNotSupportedIsSteady) {
  std::string text = "N,loss\n";
  for (double n = 16; n <= 4096; n *= 2) {
    text += fmt::format("{},{}\n", n, std::max(1 / n, 1.0 / 512));
  }
  write(text);
  const Printed run = check({"--towards", "infinity"}, "theta N^-1");
  EXPECT_NE(run.exit_code, as_expected);
  EXPECT_THAT(run.out, HasSubstr("steady on --up-to 512"));
  EXPECT_EQ(check({"--towards", "infinity", "--up-to", "512"}, "theta N^-1").exit_code,
            as_expected);
}

TEST_F(CheckCommand, WithoutAResolutionItNeedsAFileAndALaw) {
  const Printed run = run_check({"--x", "N", "--y", "loss", "--within", "0.05", path_});
  EXPECT_EQ(run.exit_code, bad_input);
  EXPECT_THAT(run.err, HasSubstr("--predict"));
}

TEST_F(CheckCommand, RefusesASummaryThatItDoesNotKnow) {
  const Printed run = run_check(
      {"f", "--x", "N", "--y", "l", "--predict", "theta N", "--within", "1", "--summary", "mode"});
  EXPECT_EQ(run.exit_code, bad_input);
  EXPECT_THAT(run.err, HasSubstr("mode"));
}

}  // namespace
}  // namespace asymptest::cli::check_command_test
