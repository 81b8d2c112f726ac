#include "asymptest/cli/check/check_record.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::cli::check_record_test {
namespace {

CheckRequest request() {
  return {.file = "out/my runs.csv",
          .sizes = {"N"},
          .value = "loss",
          .law = "theta N^-0.5",
          .band = 0.05};
}

CheckAnswer answer() {
  CheckAnswer answer{.prediction = theta({{"N", -0.5}}).within(0.05).rival(-0.25, "diffusion")};
  answer.verdict = {.outcome = Outcome::refuted, .reason = "it lies outside", .alpha = 0.01};
  answer.verdict.estimates = {{"N", -0.4, -0.42, -0.38, -0.5, -0.55, -0.45}};
  answer.verdict.points = {{Point({{"N", 8}}), 3, 2, 1, 4, 2.5}};
  return answer;
}

TEST(CheckRecord, IsOfOneClaimWithItsPoints) {
  CheckAnswer of_trials = answer();
  of_trials.evidence.trials = {{Point({{"N", 8}}), {1, 2, 3}}};
  const Record record = record_of_check(request(), of_trials, "asymptest check …");
  ASSERT_EQ(record.claims.size(), 1U);
  EXPECT_EQ(record.claims[0].id, "check/my-runs");
  EXPECT_EQ(record.claims[0].rivals[0].name, "diffusion");
  EXPECT_EQ(record.claims[0].statement, "\\text{loss: theta N\\textasciicircum{}-0.5}");
  const SubjectRecord& subject = record.claims[0].subjects.at(0);
  EXPECT_EQ(subject.status, Status::unexpected);
  EXPECT_EQ(subject.status_reason, "it lies outside");
  EXPECT_EQ(subject.reproduce, "asymptest check …");
  EXPECT_EQ(subject.trials, 3);
  EXPECT_TRUE(subject.points.at(0).judged);
  EXPECT_EQ(subject.points[0].summary, 2);
  EXPECT_EQ(subject.points[0].largest, 3);
  EXPECT_EQ(subject.points[0].regressors, std::vector<double>{8});
}

TEST(CheckRecord, OfMeansAloneKnowsNoSpread) {
  const Record record = record_of_check(request(), answer(), "");
  const PointRecord& point = record.claims.at(0).subjects.at(0).points.at(0);
  EXPECT_EQ(point.trials, 3);
  EXPECT_EQ(point.lower, 1);
  EXPECT_TRUE(std::isnan(point.median));
}

TEST(CheckRecord, ReadsBackAsItWas) {
  const Record record = record_of_check(request(), answer(), "asymptest check");
  EXPECT_EQ(to_json(record_from_json(to_json(record))), to_json(record));
}

}  // namespace
}  // namespace asymptest::cli::check_record_test
