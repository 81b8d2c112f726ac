#include "asymptest/cli/input/common_options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "asymptest/claim/defaults.hpp"

namespace asymptest::cli::common_options_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

struct Options {
  std::string tier;
  std::uint64_t seed = 0;
  double alpha = 0;
  int jobs = 0;
};

Options parsed(const std::string& arguments) {
  CLI::App command;
  Options options;
  add_tier_option(command, options.tier);
  add_seed_option(command, options.seed, "the suite");
  add_alpha_option(command, options.alpha, "a verdict");
  add_jobs_option(command, options.jobs);
  command.parse(arguments);
  return options;
}

TEST(CommonOptions, HaveTheDefaultsOfTheLibrary) {
  const Options options = parsed("");
  EXPECT_EQ(options.tier, name_of(defaults::tier));
  EXPECT_EQ(options.seed, defaults::seed);
  EXPECT_EQ(options.alpha, defaults::alpha);
  EXPECT_EQ(options.jobs, all_cores());
}

TEST(CommonOptions, TakeWhatIsGiven) {
  const Options options = parsed("--tier full --seed 7 --alpha 0.05 -j 3");
  EXPECT_EQ(options.tier, "full");
  EXPECT_EQ(options.seed, 7U);
  EXPECT_EQ(options.alpha, 0.05);
  EXPECT_EQ(options.jobs, 3);
}

TEST(CommonOptions, RefuseANumberOutOfRangeByWhatWasGiven) {
  for (const char* wrong : {"0", "4097", "1.5", "x"}) {
    EXPECT_THAT([&] { parsed(std::string("--jobs ") + wrong); },
                ThrowsMessage<CLI::ValidationError>(HasSubstr(
                    std::string("is '") + wrong + "', expected a whole number from 1 to")));
  }
}

}  // namespace
}  // namespace asymptest::cli::common_options_test
