#include "asymptest/engine/course/group_sequential_course.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "asymptest/testing/example_claim.hpp"

namespace asymptest::group_sequential_course_test {
namespace {

using testing::HasSubstr;

constexpr GroupSequentialLimits limits{.tier = Tier::quick, .alpha = 0.001, .most_trials = {}};

/// Gives the verdicts in turn, the last one again and again, and notes the levels asked for.
struct Script {
  std::vector<Verdict> verdicts;
  std::vector<double> levels;
  std::vector<std::size_t> trials;  // of the last point

  Decider decider() {
    return [this](const Prediction&, Polarity, std::span<const PointTrials> seen, double alpha) {
      levels.push_back(alpha);
      trials.push_back(seen.back().values.size());
      return verdicts[std::min(levels.size(), verdicts.size()) - 1];
    };
  }
};

SubjectCells cells_for(const GroupSequentialCourse& course) {
  SubjectCells cells;
  for (const Quota& quota : course.quotas()) {
    for (std::int64_t trial = 0; trial < quota.trials; ++trial) {
      cells[quota.key].set({.trial = trial, .value = 1.0, .seconds = 0.5});
    }
  }
  return cells;
}

void run_to_end(GroupSequentialCourse& course) {
  while (!course.finished()) course.look(cells_for(course));
}

const Verdict unsure = verdict_of(Outcome::inconclusive, -1, 1, Need::more_trials);
const Verdict wants_sizes = verdict_of(Outcome::inconclusive, -1, 1, Need::larger_sizes);
const Verdict sure = verdict_of(Outcome::supported, -1, 0.01);

TEST(GroupSequentialCourse, StopsAtTheFirstDecision) {
  const Claim claim = example_claim();
  Script script{{unsure, sure}, {}, {}};
  GroupSequentialCourse course(subjects_of(claim)[0], limits, script.decider());
  run_to_end(course);
  EXPECT_EQ(course.looks(), 2);
  EXPECT_EQ(course.judgement().status, Status::expected);
  EXPECT_EQ(script.trials, (std::vector<std::size_t>{4, 8}));
  EXPECT_EQ(course.seconds(), 4 * 8 * 0.5);
}

TEST(GroupSequentialCourse, SpendsItsBudgetAndNoMoreThanItsLevel) {
  const Claim claim = example_claim();
  Script script{{unsure}, {}, {}};
  GroupSequentialCourse course(subjects_of(claim)[0], limits, script.decider());
  run_to_end(course);
  EXPECT_EQ(course.judgement().status, Status::undecided);
  EXPECT_EQ(script.trials, (std::vector<std::size_t>{4, 8, 16}));
  const double spent = std::accumulate(script.levels.begin(), script.levels.end(), 0.0);
  EXPECT_LE(spent, limits.alpha * (1 + 1e-12));  // rounding of three sums
}

TEST(GroupSequentialCourse, GoesOnWhileTheDeclaredReasonIsNotDecided) {
  const Claim claim = example_claim();
  Script script{
      {verdict_of(Outcome::refuted, 0, 0.3), verdict_of(Outcome::refuted, 0, 0.05)}, {}, {}};
  GroupSequentialCourse course(subjects_of(claim)[1], limits, script.decider());
  run_to_end(course);
  EXPECT_EQ(course.looks(), 2);
  EXPECT_EQ(course.judgement().status, Status::expected);
}

TEST(GroupSequentialCourse, GrowsTheSweepWhenOnlyLargerSizesCanDecide) {
  Claim claim = example_claim();
  claim.sweep = {axis("n", "samples").geometric(1, 8).grows_to(32)};
  Script script{{wants_sizes, wants_sizes, sure}, {}, {}};
  GroupSequentialCourse course(subjects_of(claim)[0], limits, script.decider());
  course.look(cells_for(course));
  ASSERT_EQ(course.quotas().size(), 5U);
  EXPECT_EQ(course.quotas().back().key, "n=16");
  EXPECT_EQ(course.quotas().back().trials, 16);
  course.look(cells_for(course));
  EXPECT_EQ(course.quotas().back().key, "n=32");
  course.look(cells_for(course));
  EXPECT_TRUE(course.finished());
  EXPECT_EQ(course.trials().size(), 6U);
}

TEST(GroupSequentialCourse, WithoutRoomToGrowGoesOnWithMoreTrials) {
  const Claim claim = example_claim();
  Script script{{wants_sizes, sure}, {}, {}};
  GroupSequentialCourse course(subjects_of(claim)[0], limits, script.decider());
  run_to_end(course);
  EXPECT_EQ(script.trials, (std::vector<std::size_t>{4, 8}));
}

TEST(GroupSequentialCourse, FailsOnAFailedTrialWithItsPlace) {
  const Claim claim = example_claim();
  Script script{{sure}, {}, {}};
  GroupSequentialCourse course(subjects_of(claim)[0], limits, script.decider());
  SubjectCells cells = cells_for(course);
  cells["n=4"].set({.trial = 2, .failure = "the trial threw: no"});
  course.look(cells);
  EXPECT_TRUE(course.finished());
  EXPECT_EQ(course.judgement().status, Status::failed);
  EXPECT_THAT(course.judgement().reason, HasSubstr("n=4, trial 2: the trial threw: no"));
  EXPECT_TRUE(script.levels.empty());
}

/// The same numbers at each size.
SubjectCells shared_cells_for(const GroupSequentialCourse& course) {
  SubjectCells cells;
  for (const Quota& quota : course.quotas()) {
    for (std::int64_t trial = 0; trial < quota.trials; ++trial) {
      cells[quota.key].set({.trial = trial, .value = 1.0 + static_cast<double>(trial)});
    }
  }
  return cells;
}

TEST(GroupSequentialCourse, FailsWhereSizesShareTheirRandomNumbersUndeclared) {
  Claim claim = example_claim();
  for (const bool paired : {false, true}) {
    if (paired) claim.predict.paired();
    Script script{{unsure}, {}, {}};
    GroupSequentialCourse course(subjects_of(claim)[0], limits, script.decider());
    while (!course.finished()) course.look(shared_cells_for(course));
    EXPECT_EQ(course.judgement().status, paired ? Status::undecided : Status::failed);
    EXPECT_EQ(course.judgement().reason.find("aren't independent") == std::string::npos, paired);
  }
}

TEST(GroupSequentialCourse, FailsWherePairsAreUsedTwice) {
  Claim claim = example_claim();
  claim.predict.paired();
  Script script{{unsure}, {}, {}};
  GroupSequentialCourse course(subjects_of(claim)[0], limits, script.decider());
  while (!course.finished()) {
    SubjectCells cells;
    for (const Quota& quota : course.quotas()) {
      for (std::int64_t trial = 0; trial < quota.trials; ++trial) {
        cells[quota.key].set({.trial = trial, .value = 1 + static_cast<double>(trial / 2)});
      }
    }
    course.look(cells);
  }
  EXPECT_EQ(course.judgement().status, Status::failed);
  EXPECT_THAT(course.judgement().reason, HasSubstr("used twice"));
}

TEST(GroupSequentialCourse, FailsWhenTheDecisionThrows) {
  const Claim claim = example_claim();
  const Decider throws = [](const Prediction&, Polarity, std::span<const PointTrials>,
                            double) -> Verdict { throw std::domain_error("not positive"); };
  GroupSequentialCourse course(subjects_of(claim)[0], limits, throws);
  run_to_end(course);
  EXPECT_EQ(course.judgement().status, Status::failed);
  EXPECT_THAT(course.judgement().reason, HasSubstr("not positive"));
}

TEST(GroupSequentialCourse, TakesOtherLimitsThanTheBudgets) {
  const Claim claim = example_claim();
  Script script{{unsure}, {}, {}};
  GroupSequentialCourse course(subjects_of(claim)[0],
                               {.tier = Tier::quick, .alpha = 0.001, .most_trials = 2},
                               script.decider());
  run_to_end(course);
  EXPECT_EQ(script.trials, (std::vector<std::size_t>{2}));
}

}  // namespace
}  // namespace asymptest::group_sequential_course_test
