#include "asymptest/engine/plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "asymptest/engine/course/group_sequential_course.hpp"
#include "asymptest/testing/example_claim.hpp"

namespace asymptest::cli::plan_test {
namespace {

constexpr double alpha = 1e-3;

Claim inverse_root() {
  const auto trial = [](const Point& at, Stream& random) {
    return (1 + 0.2 * random.normal()) / std::sqrt(at["N"]);
  };
  Claim claim{.id = "test/inverse-root",
              .sweep = {axis("N", "samples").geometric(16, 2048)},
              .measure = {"an inverse root", Polarity::exact, trial},
              .predict = theta({{"N", -0.5}}).within(0.05).because("test")};
  claim.budget = {.first = 32, .quick = 4096};
  return claim;
}

Plan plan_of(const Claim& claim, std::uint64_t seed = 1) {
  return make_plan(Subject{&claim, nullptr}, Tier::quick, seed, alpha);
}

int looks_of_an_undecided_run(Claim claim) {
  claim.predict.paired();  // the values below are the same at each size
  GroupSequentialCourse course(
      Subject{&claim, nullptr}, {.tier = Tier::quick, .alpha = alpha, .most_trials = {}},
      [](const auto&...) { return verdict_of(Outcome::inconclusive, -0.5, 1); });
  while (!course.finished()) {
    SubjectCells cells;
    for (const Quota& quota : course.quotas()) {
      for (std::int64_t trial = 0; trial < quota.trials; ++trial) {
        const double value = 1 + 0.1 * static_cast<double>(trial % 3);
        cells[quota.key].set({.trial = trial, .value = value, .seconds = 0});
      }
    }
    course.look(cells);
  }
  return course.looks();
}

TEST(Plan, ForecastsEveryLookOfTheTier) {
  const Plan plan = plan_of(inverse_root());
  EXPECT_EQ(plan.design_points, 8U);
  EXPECT_EQ(plan.pilot_trials, 32);
  ASSERT_EQ(plan.forecast.looks.size(), 8U);
  EXPECT_EQ(plan.forecast.looks.back().look.trials, 4096);
  EXPECT_LT(plan.forecast.looks.front().support, 0.1);
  EXPECT_GT(plan.forecast.looks.back().support, 0.9);
  EXPECT_GT(plan.forecast.expected_trials, 32);
  EXPECT_LT(plan.forecast.expected_trials, 4096);
}

TEST(Plan, CountsTheLooksThatAreReservedForLargerSizes) {
  Claim claim = inverse_root();
  claim.sweep.axes[0].grows_to(8192);
  EXPECT_EQ(plan_of(claim).forecast.looks.size(), 10U);
}

TEST(Plan, CountsThemAsARunDoes) {
  Claim claim = inverse_root();
  claim.budget = {.first = 4, .quick = 16};
  const std::size_t alone = plan_of(claim).forecast.looks.size();
  claim.sweep.axes[0].grows_to(1e12);
  const std::size_t looks = plan_of(claim).forecast.looks.size();
  EXPECT_EQ(looks, alone + most_growth_steps);
  EXPECT_EQ(static_cast<std::size_t>(looks_of_an_undecided_run(claim)), looks);
}

TEST(Plan, IsTheSameForTheSameSeedButForTheTimes) {
  const Claim claim = inverse_root();
  EXPECT_EQ(plan_of(claim).forecast.expected_trials, plan_of(claim).forecast.expected_trials);
  EXPECT_NE(plan_of(claim).forecast.looks[0].standard_error,
            plan_of(claim, 2).forecast.looks[0].standard_error);
}

TEST(Plan, IsReadByPeopleAndMachines) {
  const Plan plan = plan_of(inverse_root());
  EXPECT_THAT(plan_text(plan), testing::HasSubstr("a pilot of 32 trials each"));
  EXPECT_THAT(plan_text(plan), testing::HasSubstr("until the claim is supported"));
  const auto json = nlohmann::json::parse(plan_json(plan));
  EXPECT_EQ(json["subject"], "test/inverse-root");
  EXPECT_EQ(json["looks"].size(), 8U);
  EXPECT_EQ(json["looks"][7]["trials"], 4096);
}

}  // namespace
}  // namespace asymptest::cli::plan_test
