#include "asymptest/experiment/measure_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "asymptest/claim/failed_trial.hpp"
#include "asymptest/claim/trial_of.hpp"
#include "asymptest/experiment/claim_file.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::measure_fields_test {
namespace {

using testing::AllOf;
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

TEST_F(MeasureByFinishedRuns, MayHideTermsAsPeoplesOwnDataDo) {
  const Claim claim = this->claim(R"(runs = "runs.csv", parameters = { kind = "good" })");
  const auto& law = std::get<PowerLaw>(claim.predict.kind());
  EXPECT_TRUE(law.may_hide_terms && law.may_begin_early && law.may_be_cost);
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

/// One program that answers {"loss": …, "sharpness": …}, and takes note of each run.
const std::string two_claims = R"(
[[claims]]
id = "mine/loss"
title = "t"
statement = "s"
source = "me"
assumes = ["it is trained"]
sweep = { m = { geometric = [4, 64] } }
predict = { law = "theta m^-1", within = 0.1, because = "b" }
measure = { what = "w", value = "loss", command = ["sh", "-c", 'echo x >> runs; echo "{\"loss\": $ASYMPTEST_SEED, \"sharpness\": $ASYMPTEST_M, \"power\": {power}}"'], parameters = { power = 1 } }
[[claims.controls]]
name = "plain"
breaks = "it is trained"
parameters = { power = 0 }
[[claims]]
id = "mine/sharpness"
title = "t"
statement = "s"
source = "me"
assumes = ["it is trained"]
sweep = { m = { geometric = [4, 16] } }
predict = { law = "theta m", within = 0.1, because = "b" }
measure = { what = "w", runs_of = "mine/loss", value = "sharpness" }
[[claims.controls]]
name = "plain"
breaks = "it is trained"
parameters = { power = 0 }
)";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

double measured_by(const Trial& trial, const std::string& subject, std::uint64_t number = 3) {
  Stream random(
      {.suite_seed = 1, .claim = stream_owner(trial, subject), .point = "m=8", .trial = number});
  return trial({{"m", 8}}, random);
}

class MeasureByRunsOfAnotherClaim : public testing::Test {
 protected:
  std::vector<Claim> claims(const std::string& text) {
    return claims_in(text, (folder_ / "two.toml").string());
  }
  std::string refusal(const std::string& from, const std::string& to) {
    try {
      claims(replaced(two_claims, from, to));
    } catch (const ClaimFileError& problem) {
      return problem.what();
    }
    return "";
  }
  std::size_t runs() const {
    std::error_code ignored;
    const auto size = std::filesystem::file_size(folder_ / "runs", ignored);
    return ignored ? 0 : size / 2;
  }

  TemporaryFolder folder_;
};

TEST_F(MeasureByRunsOfAnotherClaim, MakesEachRunOnce) {
  const auto both = claims(two_claims);
  const double seed = measured_by(both[0].measure.trial, "mine/loss");
  EXPECT_EQ(measured_by(both[1].measure.trial, "mine/sharpness"), 8);
  EXPECT_EQ(runs(), 1U);
  // Alone it makes the same run.
  const Trial alone =
      claims(replaced(two_claims, R"("sharpness" })", R"("loss" })"))[1].measure.trial;
  EXPECT_EQ(measured_by(alone, "mine/sharpness"), seed);
  EXPECT_EQ(runs(), 2U);
}

TEST_F(MeasureByRunsOfAnotherClaim, SharesControlsThatAreToldTheSame) {
  const auto both = claims(two_claims);
  measured_by(both[0].controls[0].trial, "mine/loss:plain");
  measured_by(both[1].controls[0].trial, "mine/sharpness:plain");
  EXPECT_EQ(runs(), 1U);
  measured_by(both[1].measure.trial, "mine/sharpness");
  EXPECT_EQ(runs(), 2U);
}

TEST_F(MeasureByRunsOfAnotherClaim, LeavesTheOthersDigestAsItIs) {
  const auto one = claims(two_claims.substr(0, two_claims.rfind("[[claims]]")));
  EXPECT_EQ(claims(two_claims)[0].fingerprint, one[0].fingerprint);
}

TEST_F(MeasureByRunsOfAnotherClaim, IsRefusedWithItsReason) {
  const std::string of = R"(runs_of = "mine/loss")";
  EXPECT_THAT(refusal(of, R"(runs_of = "mine/none")"),
              AllOf(HasSubstr("runs_of is"), HasSubstr("mine/none"), HasSubstr("stands above")));
  EXPECT_THAT(refusal(of, R"(runs_of = "mine/sharpness")"), HasSubstr("stands above"));
  EXPECT_THAT(refusal(of, of + R"(, command = ["x"])"), HasSubstr("command stands beside runs_of"));
  EXPECT_THAT(refusal(of, of + ", seed_max = 9"), HasSubstr("seed_max stands beside runs_of"));
}

}  // namespace
}  // namespace asymptest::measure_fields_test
