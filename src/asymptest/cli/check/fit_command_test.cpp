#include "asymptest/cli/check/fit_command.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "asymptest/cli/output/exit_code.hpp"
#include "asymptest/testing/test_program.hpp"

namespace asymptest::cli::fit_command_test {
namespace {

using testing::HasSubstr;

/// A minimum is found to the root of the rounding of its value, 1.5e-8, times a few.
constexpr double of_a_minimum = 1e-6;

class FitCommand : public testing::Test {
 protected:
  // A name for each test, for they run at the same time.
  FitCommand()
      : path_(testing::TempDir() + "asymptest_fit_" +
              testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv") {
    std::ofstream file(path_);
    file << "kind,N,loss\n";
    for (double n = 16; n <= 2048; n *= 2) {
      file << fmt::format("a,{0},{1}\nb,{0},{2}\n", n, std::pow(n, -0.5), std::pow(n, -0.25));
    }
  }
  ~FitCommand() override { std::filesystem::remove(path_); }

  [[nodiscard]] Printed fit(std::vector<std::string> more) const {
    std::vector<std::string> arguments{"fit", path_, "--x", "N", "--y", "loss"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return printed_by(arguments);
  }

  std::string path_;
};

TEST_F(FitCommand, EstimatesAnExponent) {
  const Printed run = fit({"--where", "kind=a"});
  EXPECT_EQ(run.exit_code, as_expected) << run.out << run.err;
  EXPECT_THAT(run.out, testing::StartsWith("exponent of N: -0.5000, 99 % interval"));
  const auto json = nlohmann::json::parse(fit({"--where", "kind=a", "--json"}).out);
  EXPECT_NEAR(json["estimate"], -0.5, of_a_minimum);
}

TEST_F(FitCommand, ComparesTwoExponents) {
  const Printed run = fit({"--compare", "kind"});
  EXPECT_EQ(run.exit_code, as_expected) << run.out << run.err;
  EXPECT_THAT(run.out, HasSubstr("differ, by -0.2500"));
  const auto json = nlohmann::json::parse(fit({"--compare", "kind", "--json"}).out);
  EXPECT_NEAR(json["difference"]["estimate"], -0.25, of_a_minimum);
}

TEST_F(FitCommand, NamesWhatIsNoInput) {
  const Printed run = fit({"--compare", "method"});
  EXPECT_EQ(run.exit_code, bad_input);
  EXPECT_THAT(run.err, HasSubstr("asymptest fit: "));
  EXPECT_THAT(run.err, HasSubstr("no column 'method'; it has 'kind', 'N', 'loss'"));
  EXPECT_EQ(printed_by({"fit", path_, "--x", "N"}).exit_code, bad_input);
}

}  // namespace
}  // namespace asymptest::cli::fit_command_test
