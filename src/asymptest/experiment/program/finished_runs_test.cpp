#include "asymptest/experiment/program/finished_runs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <exception>
#include <fstream>

#include "asymptest/claim/failed_trial.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::finished_runs_test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class ReadRuns : public testing::Test {
 protected:
  RunsOfFile read(const std::string& text, const Parameters& parameters = {}) {
    std::ofstream(folder_ / "runs.csv") << text;
    return read_runs({folder_.path(), "runs.csv", "loss", parameters}, {"n", "d"});
  }
  std::string refusal(const std::string& text) {
    try {
      read(text);
    } catch (const std::exception& problem) {
      return problem.what();
    }
    return "";
  }

  TemporaryFolder folder_;
};

TEST_F(ReadRuns, SortsThePointsAndKeepsTheOrderOfTheRows) {
  const RunsOfFile runs =
      read("loss,d,n\n5,2,100\n1,2,10\n6,2,100\n2,1,10\n3,1,10\n7,2,100\n4,2,10\n");
  EXPECT_THAT(runs.points, ElementsAre(Point{{"n", 10}, {"d", 1}}, Point{{"n", 10}, {"d", 2}},
                                       Point{{"n", 100}, {"d", 2}}));
  EXPECT_THAT(runs.values.at("n=10,d=1"), ElementsAre(2, 3));
  EXPECT_THAT(runs.values.at("n=100,d=2"), ElementsAre(5, 6, 7));
  EXPECT_EQ(runs.fewest(), 2);
}

TEST_F(ReadRuns, TakesTheRowsOfTheParameters) {
  const RunsOfFile runs =
      read("n,d,loss,kind\n1,1,5,a\n1,1,6,b\n1,1,7,a\n", {{"kind", {"a", "\"a\""}}});
  EXPECT_THAT(runs.values.at("n=1,d=1"), ElementsAre(5, 7));
}

TEST_F(ReadRuns, TakesTheTablesThatCheckTakes) {
  EXPECT_THAT(read("n;d;loss\n1;1;0,5\n").values.at("n=1,d=1"), ElementsAre(0.5));
  EXPECT_THAT(read("# n d loss\n1 1 0.5\n").values.at("n=1,d=1"), ElementsAre(0.5));
  EXPECT_THAT(read("{\"n\": 1, \"d\": 1, \"loss\": 0.5}\n").values.at("n=1,d=1"), ElementsAre(0.5));
}

TEST_F(ReadRuns, NamesTheLineThatCantBeRead) {
  EXPECT_THAT(refusal("n,d,loss\n1,1,5\n1,1,much\n"),
              AllOf(HasSubstr("runs.csv, line 3"), HasSubstr("much")));
  EXPECT_THAT(refusal("n,loss\n1,5\n"), HasSubstr("'d'"));
}

TEST_F(ReadRuns, GivesTrialsByTheirNumber) {
  const Trial trial = trial_of(read("n,d,loss\n1,1,5\n1,1,6\n"));
  const Point at{{"n", 1}, {"d", 1}};
  const auto value = [&](std::uint64_t number, const Point& point) {
    Stream random({.suite_seed = 1, .claim = "a/b", .point = "", .trial = number});
    return trial(point, random);
  };
  EXPECT_EQ(value(0, at), 5);
  EXPECT_EQ(value(1, at), 6);
  EXPECT_THROW(value(2, at), FailedTrial);
  EXPECT_THROW(value(0, {{"n", 2}, {"d", 1}}), FailedTrial);
}

}  // namespace
}  // namespace asymptest::finished_runs_test
