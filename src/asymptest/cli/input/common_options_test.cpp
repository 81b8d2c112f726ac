#include "asymptest/cli/input/common_options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/claim/defaults.hpp"
#include "asymptest/cli/options/parser.hpp"

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

Options parsed(const std::vector<std::string>& arguments) {
  Parser parser("a command");
  const Command command = parser.program();
  Options options;
  add_tier_option(command, options.tier);
  add_seed_option(command, options.seed, "the suite");
  add_alpha_option(command, options.alpha, "a verdict");
  add_jobs_option(command, options.jobs);
  parser.parse(arguments);
  return options;
}

TEST(CommonOptions, HaveTheDefaultsOfTheLibrary) {
  const Options options = parsed({});
  EXPECT_EQ(options.tier, name_of(defaults::tier));
  EXPECT_EQ(options.seed, defaults::seed);
  EXPECT_EQ(options.alpha, defaults::alpha);
  EXPECT_EQ(options.jobs, all_cores());
}

TEST(CommonOptions, TakeWhatIsGiven) {
  const Options options = parsed({"--tier", "full", "--seed", "7", "--alpha", "0.05", "-j", "3"});
  EXPECT_EQ(options.tier, "full");
  EXPECT_EQ(options.seed, 7U);
  EXPECT_EQ(options.alpha, 0.05);
  EXPECT_EQ(options.jobs, 3);
}

TEST(CommonOptions, RefuseANumberOutOfRangeByWhatWasGiven) {
  for (const char* wrong : {"0", "4097", "1.5", "x"}) {
    const auto parse = [&] { parsed({"--jobs", wrong}); };
    EXPECT_THAT(parse, ThrowsMessage<RefusedArguments>(HasSubstr(
                           std::string("is '") + wrong + "', expected a whole number from 1 to")));
  }
}

}  // namespace
}  // namespace asymptest::cli::common_options_test
