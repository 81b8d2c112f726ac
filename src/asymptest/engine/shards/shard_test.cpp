#include "asymptest/engine/shards/shard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

namespace asymptest::shard_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

Shard shard_in(const std::map<std::string, std::string>& variables) {
  return shard_of_environment([&](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  });
}

TEST(Shard, ReadsWhatItWrites) {
  EXPECT_EQ(parse_shard("3/16"), (Shard{3, 16}));
  EXPECT_EQ(parse_shard("3/16").text(), "3/16");
  for (const char* wrong :
       {"", "3", "0/16", "17/16", "-1/16", "3/16x", "3/", "/16", "1/0", "1/1000000"}) {
    EXPECT_THAT([&] { parse_shard(wrong); },
                ThrowsMessage<std::invalid_argument>(HasSubstr("expected I/N")))
        << wrong;
  }
}

TEST(Shard, IsTheTaskOfSlurmsArrayWhereverItsIdsBegin) {
  const auto of = [](const char* id, const char* least, const char* most, const char* step) {
    return shard_in({{"SLURM_ARRAY_TASK_ID", id},
                     {"SLURM_ARRAY_TASK_COUNT", "4"},
                     {"SLURM_ARRAY_TASK_MIN", least},
                     {"SLURM_ARRAY_TASK_MAX", most},
                     {"SLURM_ARRAY_TASK_STEP", step}});
  };
  EXPECT_EQ(of("0", "0", "3", "1"), (Shard{1, 4}));
  EXPECT_EQ(of("4", "1", "4", "1"), (Shard{4, 4}));
  EXPECT_EQ(of("14", "10", "16", "2"), (Shard{3, 4}));
  // --array=1,3,4,9
  EXPECT_THAT([&] { of("3", "1", "9", "1"); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("evenly spaced")));
  EXPECT_EQ(shard_in({{"SLURM_ARRAY_TASK_ID", "0"}, {"SLURM_ARRAY_TASK_COUNT", "2"}}),
            (Shard{1, 2}));
}

TEST(Shard, IsThatOfGoogleTest) {
  EXPECT_EQ(shard_in({{"GTEST_SHARD_INDEX", "0"}, {"GTEST_TOTAL_SHARDS", "3"}}), (Shard{1, 3}));
  EXPECT_THAT(
      [] {
        shard_in({{"GTEST_SHARD_INDEX", "3"}, {"GTEST_TOTAL_SHARDS", "3"}});
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("GTEST_SHARD_INDEX is 3")));
  EXPECT_THAT(
      [] {
        shard_in({{"GTEST_SHARD_INDEX", "x"}, {"GTEST_TOTAL_SHARDS", "3"}});
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("GTEST_SHARD_INDEX is 'x'")));
}

TEST(Shard, HasToBeNamedWhereNoSystemNamesIt) {
  EXPECT_THAT([] { shard_in({}); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("SLURM_ARRAY_TASK_ID")));
}

}  // namespace
}  // namespace asymptest::shard_test
