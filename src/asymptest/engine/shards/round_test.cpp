#include "asymptest/engine/shards/round.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <stdexcept>
#include <tuple>

#include "asymptest/testing/example_claim.hpp"

namespace asymptest::round_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

Round first_round(const Claim& claim) {
  return plan_round(1, subjects_of(claim), {}, {.tier = Tier::quick, .seed = 7}, nullptr);
}

TEST(Round, AsksForTheFirstLooksTheCostliestFirst) {
  const Claim claim = example_claim();
  const Round round = first_round(claim);
  EXPECT_THAT(round.selected, ElementsAre("topic/example", "topic/example:red-sky"));
  ASSERT_EQ(round.tasks.size(), 8U);
  EXPECT_EQ(round.tasks.front().point, "n=8");
  EXPECT_EQ(round.tasks.back().point, "n=1");
  EXPECT_THAT(round.tasks.front().trials, ElementsAre(0, 1, 2, 3));
  EXPECT_EQ(round.trials(), 8 * 4);
}

TEST(Round, IsDividedSoThatEachTrialIsInOneShard) {
  const Claim claim = example_claim();
  const Round round = first_round(claim);
  for (const int count : {1, 2, 3, 7, 32, 50}) {
    std::set<std::tuple<std::string, std::string, std::int64_t>> seen;
    for (int number = 1; number <= count; ++number) {
      const Round part = part_of(round, {number, count});
      EXPECT_LE(part.trials(), round.trials() / count + 1);
      for (const RoundTask& task : part.tasks) {
        for (const std::int64_t trial : task.trials) {
          EXPECT_TRUE(seen.emplace(task.subject, task.point, trial).second);
        }
      }
    }
    EXPECT_EQ(std::ssize(seen), round.trials());
  }
}

TEST(Round, ReadsWhatItWrites) {
  const Claim claim = example_claim();
  Round round = first_round(claim);
  round.number = 3;
  round.most_trials = 100;
  round.proofs = {"proof/one"};
  round.tasks[0].trials = {0, 1, 2, 7, 9, 10};
  EXPECT_EQ(round_from_json(to_json(round)), round);
  EXPECT_THAT(to_json(round), HasSubstr("\"0-2,7,9-10\""));
}

TEST(Round, SaysWhatIsWrongWithAList) {
  const Claim claim = example_claim();
  const std::string text = to_json(first_round(claim));
  const auto with = [&](const std::string& old, const std::string& changed) {
    std::string other = text;
    other.replace(other.find(old), old.size(), changed);
    return [other] { round_from_json(other); };
  };
  EXPECT_THAT([] { round_from_json("{"); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("no round of shards")));
  EXPECT_THAT(with("\"round\"", "\"ring\""),
              ThrowsMessage<std::invalid_argument>(HasSubstr("round")));
  EXPECT_THAT(with("\"format\": 1", "\"format\": 9"),
              ThrowsMessage<std::invalid_argument>(HasSubstr("of format 9, expected 1")));
  for (const char* wrong : {"1e300", "-2147483649", "1.5", "\"1\""}) {
    EXPECT_THAT(with("\"round\": 1", std::string("\"round\": ") + wrong),
                ThrowsMessage<std::invalid_argument>(HasSubstr("expected a whole number from")))
        << wrong;
  }
  for (const char* wrong : {"\"3-0\"", "\"0-3,2\"", "\"0-\"", "\"x\"", "\"0-999999999999\""}) {
    EXPECT_THAT(with("\"0-3\"", wrong),
                ThrowsMessage<std::invalid_argument>(HasSubstr("trials are")))
        << wrong;
  }
}

}  // namespace
}  // namespace asymptest::round_test
