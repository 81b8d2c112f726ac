#include "asymptest/experiment/measure_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "asymptest/claim/failed_trial.hpp"
#include "asymptest/experiment/claim_file.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::measure_fields_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class MeasureByFinishedRuns : public testing::Test {
 protected:
  MeasureByFinishedRuns() {
    std::ofstream csv(folder_ / "runs.csv");
    csv << "kind,N,loss\n";
    for (int trial = 0; trial < 3; ++trial) {
      for (const int size : {100, 10}) csv << "good," << size << "," << trial + 1.0 / size << "\n";
      csv << "bad,10," << trial << "\n";
    }
    csv << "good,100,7\n";
  }
  Claim claim(const std::string& measure, const std::string& more = "") {
    return claims_in(R"(id = "mine/runs"
title = "t"
statement = "s"
source = "me"
assumes = ["it is good"]
sweep = { N = { meaning = "samples" } }
predict = { law = "theta N^-1", within = 0.1, because = "b" }
measure = { what = "w", value = "loss", )" +
                         measure + " }\n" + more,
                     (folder_ / "runs.toml").string())
        .at(0);
  }
  std::string refusal(const std::string& measure, const std::string& more = "") {
    try {
      claim(measure, more);
    } catch (const ClaimFileError& problem) {
      return problem.what();
    }
    return "";
  }

  TemporaryFolder folder_;
};

TEST_F(MeasureByFinishedRuns, AreTheTrialsInTheOrderOfTheRows) {
  const Claim claim = this->claim(R"(runs = "runs.csv", parameters = { kind = "good" })");
  EXPECT_THAT(claim.sweep.design(Tier::quick), ElementsAre(Point{{"N", 10}}, Point{{"N", 100}}));
  EXPECT_EQ(claim.budget.first, 3);
  EXPECT_EQ(claim.budget.most(Tier::full), 3);
  Stream third({.suite_seed = 1, .claim = "mine/runs", .point = "N=100", .trial = 2});
  EXPECT_EQ(claim.measure.trial({{"N", 100}}, third), 2.01);
  Stream fifth({.suite_seed = 1, .claim = "mine/runs", .point = "N=100", .trial = 4});
  EXPECT_THROW(claim.measure.trial({{"N", 100}}, fifth), FailedTrial);
}

TEST_F(MeasureByFinishedRuns, ControlsTakeOtherRows) {
  const Claim claim = this->claim(R"(runs = "runs.csv", parameters = { kind = "good" })",
                                  "[[controls]]\nname = 'bad'\nbreaks = 'it is good'\n"
                                  "parameters = { kind = 'bad' }\n");
  EXPECT_EQ(claim.controls.at(0).sweep->design(Tier::quick).size(), 1U);
  EXPECT_NE(claim.controls.at(0).fingerprint, claim.fingerprint);
}

TEST_F(MeasureByFinishedRuns, AreRefusedWithTheirReason) {
  EXPECT_THAT(refusal(R"(runs = "none.csv")"), HasSubstr("none.csv: no such file"));
  EXPECT_THAT(refusal(R"(runs = "runs.csv", parameters = { kind = "ugly" })"),
              HasSubstr("measure.runs"));
  EXPECT_THAT(refusal(R"(runs = "runs.csv", parameters = { sort = "x" })"), HasSubstr("'sort'"));
  EXPECT_THAT(refusal(R"(runs = "runs.csv")", "[budget]\nfirst = 1\n"),
              HasSubstr("beside finished runs"));
  EXPECT_THAT(refusal(R"(runs = "runs.csv", command = ["x"])"), HasSubstr("beside a command"));
}

}  // namespace
}  // namespace asymptest::measure_fields_test
