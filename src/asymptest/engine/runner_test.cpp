#include "asymptest/engine/runner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "asymptest/testing/example_claim.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::runner_test {
namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

/// The slope between the means at the first and the last point, decided with 8 trials or more.
Verdict slope_verdict(const Prediction&, Polarity, std::span<const PointTrials> trials, double) {
  const auto mean = [](const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
  };
  const double rise = std::log(mean(trials.back().values) / mean(trials.front().values));
  const double slope = rise / std::log(trials.back().at["n"] / trials.front().at["n"]);
  if (trials.front().values.size() < 8) {
    return verdict_of(Outcome::inconclusive, slope, 1, Need::more_trials);
  }
  return verdict_of(slope < -0.5 ? Outcome::supported : Outcome::refuted, slope, 0.01);
}

class RunnerTest : public testing::Test {
 protected:
  RunnerTest() { options_.decider = slope_verdict; }

  Record run(const RunOptions& options) {
    Store store = Store::open(file_);
    return run_suite(subjects_of(claim_), options, store);
  }
  Record stored() {
    return record_of_store(subjects_of(claim_), options_, Store::open_existing(file_));
  }

  /// Counts the trials that are really measured.
  void count_trials() {
    const Trial measure = claim_.measure.trial;
    claim_.measure.trial = [this, measure](const Point& at, Stream& random) {
      ++measured_;
      return measure(at, random);
    };
  }

  static std::string without_times(Record record) {
    record.provenance.measured_at.clear();
    for (ClaimRecord& claim : record.claims) {
      claim.registered_at.reset(), claim.first_trial_at.reset();
      for (SubjectRecord& subject : claim.subjects) subject.seconds = 0;
    }
    return to_json(record);
  }

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "store.sqlite";
  Claim claim_ = example_claim();
  RunOptions options_;
  std::atomic<int> measured_ = 0;
};

TEST_F(RunnerTest, DoesNotMeasureAClaimOnDataThatIsNotThere) {
  claim_.on_data = true;
  count_trials();
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder_.path());
  const Record record = run(options_);
  std::filesystem::current_path(before);
  EXPECT_EQ(measured_, 0);
  EXPECT_THAT(record.claims[0].subjects,
              Each(AllOf(Field(&SubjectRecord::status, Status::unmeasured),
                         Field(&SubjectRecord::status_reason, HasSubstr("scripts/fetch-data")))));
}

TEST_F(RunnerTest, DecidesAClaimAndItsControl) {
  const Record record = run(options_);
  ASSERT_EQ(record.claims.size(), 1U);
  EXPECT_THAT(record.claims[0].subjects,
              ElementsAre(Field(&SubjectRecord::status, Status::expected),
                          Field(&SubjectRecord::status, Status::expected)));
  EXPECT_EQ(record.claims[0].subjects[0].trials, 4 * 8);
  EXPECT_EQ(record.claims[0].subjects[0].looks, 2);
  EXPECT_EQ(record.claims[0].subjects[1].verdict.outcome, Outcome::refuted);
}

TEST_F(RunnerTest, NeverMeasuresATrialTwice) {
  count_trials();
  run(options_);
  EXPECT_EQ(measured_, 4 * 8);
  run(options_);
  EXPECT_EQ(measured_, 4 * 8);
}

TEST_F(RunnerTest, GivesTheSameRecordFromTheStoreWithAnyJobsAndAfterAnInterruption) {
  options_.jobs = 1;
  const std::string undisturbed = without_times(run(options_));
  EXPECT_EQ(without_times(stored()), undisturbed);
  options_.jobs = 3;
  EXPECT_EQ(without_times(run(options_)), undisturbed);
  EXPECT_EQ(without_times(stored()), undisturbed);

  file_ = folder_ / "interrupted.sqlite";
  RunOptions interrupted = options_;
  interrupted.jobs = 1;
  std::atomic<int> left = 11;
  const Trial measure = claim_.measure.trial;
  claim_.measure.trial = [&](const Point& at, Stream& random) {
    if (--left < 0) throw std::runtime_error("pulled the plug");
    return measure(at, random);
  };
  EXPECT_EQ(run(interrupted).claims[0].subjects[0].status, Status::failed);
  left = 1000;
  EXPECT_EQ(without_times(run(options_)), undisturbed);
}

TEST_F(RunnerTest, MeasuresOnlyWhatIsSelectedAtTheSameLevel) {
  options_.selected = [](const Subject& subject) { return subject.control != nullptr; };
  const Record part = run(options_);
  EXPECT_EQ(part.claims[0].subjects[0].status, Status::unmeasured);
  EXPECT_EQ(part.claims[0].subjects[1].status, Status::expected);
}

TEST_F(RunnerTest, KeepsSeedsApart) {
  const Record one = run(options_);
  options_.seed = 2;
  EXPECT_EQ(stored().claims[0].subjects[0].status, Status::unmeasured);
  const Record two = run(options_);
  EXPECT_NE(one.claims[0].subjects[0].verdict.estimates[0].estimate,
            two.claims[0].subjects[0].verdict.estimates[0].estimate);
}

TEST_F(RunnerTest, RefusesTrialsOfAnotherDefinitionBeforeMeasuring) {
  run(options_);
  claim_.revision = 2;
  count_trials();
  try {
    run(options_);
    FAIL() << "nothing was thrown";
  } catch (const StaleTrials& problem) {
    EXPECT_THAT(problem.what(), HasSubstr("another definition of topic/example"));
    EXPECT_THAT(problem.what(), HasSubstr("--fresh"));
    EXPECT_THAT(problem.subjects(), ElementsAre("topic/example", "topic/example:red-sky"));
  }
  EXPECT_EQ(measured_, 0);
  const Record old = stored();
  EXPECT_EQ(old.claims[0].subjects[0].status, Status::unmeasured);
  EXPECT_THAT(old.claims[0].subjects[0].status_reason, HasSubstr("another definition"));
  options_.fresh = true;
  EXPECT_EQ(run(options_).claims[0].subjects[0].status, Status::expected);
  EXPECT_EQ(measured_, 4 * 8);
}

TEST_F(RunnerTest, OfManyStaleSubjectsItNamesAFew) {
  for (const char* name : {"two", "three", "four", "five"}) {
    claim_.controls.push_back(claim_.controls.front());
    claim_.controls.back().name = name;
  }
  run(options_);
  claim_.revision = 2;
  try {
    run(options_);
    FAIL() << "nothing was thrown";
  } catch (const StaleTrials& problem) {
    EXPECT_THAT(problem.what(), HasSubstr("topic/example:three and 2 more, or"));
    EXPECT_THAT(problem.what(), HasSubstr("--renew"));
  }
}

TEST_F(RunnerTest, RenewsOnlyWhatHasChanged) {
  run(options_);
  options_.renew = true;
  count_trials();
  run(options_);
  EXPECT_EQ(measured_, 0);
  claim_.revision = 2;
  EXPECT_EQ(run(options_).claims[0].subjects[0].status, Status::expected);
  EXPECT_EQ(measured_, 4 * 8);
}

TEST_F(RunnerTest, AFailingClaimDoesNotStopTheOthers) {
  claim_.measure.trial = [](const Point& at, Stream&) {
    return at["n"] == 2 ? std::sqrt(-1.0) : 1.0;
  };
  const Record record = run(options_);
  const SubjectRecord& failed = record.claims[0].subjects[0];
  EXPECT_EQ(failed.status, Status::failed);
  ASSERT_EQ(failed.failures.size(), 4U);
  EXPECT_THAT(failed.failures, Each(Field(&TrialFailure::point, "n=2")));
  EXPECT_EQ(record.claims[0].subjects[1].status, Status::expected);
  EXPECT_EQ(stored().claims[0].subjects[0].status, Status::failed);
}

TEST_F(RunnerTest, SaysThatPartOfTheTrialsIsNotADecision) {
  RunOptions few = options_;
  few.most_trials = 4;
  EXPECT_EQ(run(few).claims[0].subjects[0].status, Status::undecided);
  const Record part = stored();
  EXPECT_EQ(part.claims[0].subjects[0].status, Status::undecided);
  EXPECT_THAT(part.claims[0].subjects[0].status_reason, HasSubstr("only in part"));
}

TEST_F(RunnerTest, TellsItsObserverEveryTrialAndEveryVerdictOnce) {
  std::int64_t trials = 0, last_total = 0;
  std::vector<std::string> decided;
  const Observer observer{[&](const Measuring& now) {
                            if (now.done == now.total) trials += now.total;
                            last_total = now.total;
                          },
                          [&](const SubjectRecord& record, std::int64_t measured) {
                            EXPECT_EQ(measured, 4 * 8);
                            decided.push_back(record.name);
                          }};
  Store store = Store::open(file_);
  run_suite(subjects_of(claim_), options_, store, observer);
  EXPECT_EQ(trials, 2 * 4 * 8);
  EXPECT_THAT(decided, UnorderedElementsAre("topic/example", "topic/example:red-sky"));
}

TEST_F(RunnerTest, TellsThatAVerdictRestsOnStoredTrials) {
  Store store = Store::open(file_);
  run_suite(subjects_of(claim_), options_, store);
  int decided = 0;
  const Observer observer{[](const Measuring&) { ADD_FAILURE() << "measured again"; },
                          [&](const SubjectRecord&, std::int64_t measured) {
                            EXPECT_EQ(measured, 0);
                            ++decided;
                          }};
  run_suite(subjects_of(claim_), options_, store, observer);
  EXPECT_EQ(decided, 2);
}

TEST_F(RunnerTest, TellsAVerdictBeforeTheOthersOfItsLookAreMeasured) {
  // The claim waits until its control is decided, which a report at the look's end can't bring
  // about.
  std::atomic<bool> control_decided = false;
  Claim waiting = claim_;
  waiting.budget.first = 8;  // which decide
  const Trial measure = claim_.measure.trial;
  waiting.measure.trial = [&](const Point& at, Stream& random) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!control_decided && std::chrono::steady_clock::now() < deadline) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return measure(at, random);
  };
  options_.jobs = 40;  // more than the claim has trials
  const Observer observer{[](const Measuring&) {},
                          [&](const SubjectRecord& record, std::int64_t) {
                            if (!record.control.empty()) control_decided = true;
                          }};
  Store store = Store::open(file_);
  const auto start = std::chrono::steady_clock::now();
  run_suite(subjects_of(waiting), options_, store, observer);
  EXPECT_TRUE(control_decided);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(15));
}

TEST_F(RunnerTest, TheRecordTellsThatTheClaimWasNotedBeforeItsFirstTrial) {
  const ClaimRecord claim = run(options_).claims.front();
  ASSERT_TRUE(claim.registered_at && claim.first_trial_at);
  EXPECT_LE(*claim.registered_at, *claim.first_trial_at) << "ISO 8601: as text, too";
  EXPECT_EQ(claim.earlier_definitions, 0);
  EXPECT_EQ(stored().claims.front().registered_at, claim.registered_at);
}

}  // namespace
}  // namespace asymptest::runner_test
