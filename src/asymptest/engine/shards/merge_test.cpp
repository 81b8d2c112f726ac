#include "asymptest/engine/shards/merge.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "asymptest/engine/runner.hpp"
#include "asymptest/engine/shards/shard_runner.hpp"
#include "asymptest/testing/temporary_folder.hpp"

namespace asymptest::merge_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::ThrowsMessage;

/// A mean that falls as 1/n, so noisy that the first look can't decide it, and a mean of one.
Claim noisy_claim() {
  const auto noisy = [](Stream& random) { return std::exp(0.3 * random.normal()); };
  return {.id = "topic/noisy",
          .title = "A mean that falls as 1/n",
          .statement = R"(Q = \Theta(n^{-1}))",
          .source = {"This test", "section 1"},
          .assumes = {"the mean falls"},
          .sweep = {axis("n", "size").geometric(16, 256)},
          .measure = {"1/n times a log-normal factor", Polarity::exact,
                      [=](const Point& at, Stream& random) { return noisy(random) / at["n"]; }},
          .predict = theta({{"n", -1}}).within(0.1).rival(-0.5).because("a fifth of the gap"),
          .budget = {.first = 8, .quick = 256},
          .controls = {{.name = "flat",
                        .breaks = "the mean falls",
                        .expect = near(0, 0.25).because("it is 1 in the mean"),
                        .trial = [=](const Point&, Stream& random) { return noisy(random); }}}};
}

class Merge : public testing::Test {
 protected:
  [[nodiscard]] std::vector<Subject> suite() const { return subjects_of(claim_); }

  std::vector<fs::path> measure(const Round& round, int count) {
    std::vector<fs::path> files;
    for (int number = 1; number <= count; ++number) {
      files.push_back(folder_ / ("shard-" + std::to_string(++files_)));
      Store store = Store::open(files.back());
      measure_shard(suite(), {}, round, {number, count}, {}, store);
    }
    return files;
  }
  [[nodiscard]] Round first_round(std::uint64_t seed = 1) const {
    return plan_round(1, suite(), {}, {.seed = seed}, nullptr);
  }
  Merged merge(const std::vector<fs::path>& files, const std::string& name = "merged") {
    Store store = Store::open(folder_ / name);
    return merge_shards(files, suite(), {}, 1, store);
  }
  void refuses(const std::vector<fs::path>& files, const std::string& message) {
    Store store = Store::open(folder_ / "refused");
    EXPECT_THAT([&] { merge_shards(files, suite(), {}, 1, store); },
                ThrowsMessage<std::exception>(HasSubstr(message)));
    EXPECT_EQ(store.count(), 0);
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
  Claim claim_ = noisy_claim();
  int files_ = 0;
};

TEST_F(Merge, OfShardsInRoundsIsTheRecordOfASerialRun) {
  for (const int count : {1, 3}) {
    const std::string name = "merged-" + std::to_string(count);
    Round round = first_round();
    Merged merged;
    int rounds = 0;
    for (; !round.tasks.empty(); round = merged.next, ++rounds) {
      merged = merge(measure(round, count), name);
      EXPECT_EQ(merged.next.number, round.number + 1);
    }
    EXPECT_GT(rounds, 1);
    Store serial = Store::open(folder_ / ("serial-" + std::to_string(count)));
    EXPECT_EQ(without_times(merged.record), without_times(run_suite(suite(), {}, serial)));
    EXPECT_EQ(Store::open(folder_ / name).count(), serial.count());
  }
}

TEST_F(Merge, MayBeRepeated) {
  const auto files = measure(first_round(), 2);
  const Merged once = merge(files), again = merge(files);
  EXPECT_EQ(without_times(again.record), without_times(once.record));
  EXPECT_EQ(again.next, once.next);
}

TEST_F(Merge, RefusesGapsAndDuplicates) {
  const auto files = measure(first_round(), 3);
  refuses({files[0], files[2]}, "no store of shard 2/3");
  refuses({files[0], files[1], files[1], files[2]}, "is shard 2/3, and so is");
  refuses({files[0], files[1], measure(first_round(), 2)[0]}, "is one of 2 shards, not 3");
  Store second = Store::open(files[1]);
  const std::int64_t whole = second.count();
  second.forget(claim_.id, suite()[0].digest(), 1);
  const std::int64_t lost = whole - second.count();
  ASSERT_GT(lost, 0);
  refuses(files, "lacks trial");
  const Cell foreign{.trial = 5000, .value = 1};
  Store third = Store::open(files[2]);
  third.write(1, std::vector<CellBatch>{
                     {third.admit(claim_.id, suite()[0].digest()), "n=16", {&foreign, 1}}});
  EXPECT_EQ(measure_shard(suite(), {}, first_round(), {2, 3}, {}, second).measured, lost);
  refuses(files, "holds 1 trials that are not in the share of shard 3/3");
}

TEST_F(Merge, RefusesOtherRoundsSeedsAndDefinitions) {
  const auto files = measure(first_round(), 2);
  const auto other_seed = measure(first_round(2), 2);
  refuses({files[0], other_seed[1]}, "is of seed 2, not 1");
  Store plain = Store::open(folder_ / "plain");
  run_suite(suite(), {.most_trials = 8}, plain);
  refuses({folder_ / "plain"}, "is no shard");
  const auto second = measure(merge(files).next, 2);
  refuses({files[0], second[1]}, "is of round 2, not 1");
  refuses(second, "which an earlier round than 2 measured");
  claim_.revision = 2;
  refuses(files, "another definition of 'topic/noisy'");
}

TEST_F(Merge, RefusesAnotherTierAndAlpha) {
  const auto begun = [&](const RunOptions& options) {
    return measure(plan_round(1, suite(), {}, options, nullptr), 2);
  };
  const auto quick = begun({.tier = Tier::quick, .suite_alpha = 0.01});
  const auto standard = begun({.tier = Tier::standard, .suite_alpha = 0.01});
  const auto bold = begun({.tier = Tier::quick, .suite_alpha = 0.05});
  refuses({quick[0], standard[1]}, "of tier standard, not quick");
  refuses({quick[0], bold[1]}, "of alpha 0.05, not 0.01");
}

TEST_F(Merge, RefusesAStoreOfOtherValues) {
  const auto files = measure(first_round(), 2);
  Store store = Store::open(folder_ / "other");
  const Cell cell{.trial = 0, .value = 42};
  store.write(
      1, std::vector<CellBatch>{{store.admit(claim_.id, suite()[0].digest()), "n=16", {&cell, 1}}});
  EXPECT_THAT([&] { merge_shards(files, suite(), {}, 1, store); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("and 42 in the store")));
  EXPECT_EQ(store.count(), 1);
}

TEST_F(Merge, LeavesAShardToItsOwnStore) {
  const auto files = measure(first_round(), 2);
  Store store = Store::open(files[0]);
  EXPECT_EQ(measure_shard(suite(), {}, first_round(), {1, 2}, {}, store).measured, 0);
  EXPECT_THAT(
      [&] {
        measure_shard(suite(), {}, first_round(), {2, 2}, {}, store);
      },
      ThrowsMessage<StoreError>(HasSubstr("is shard 1/2 of the same round")));
}

TEST_F(Merge, CarriesAFailedTrialToItsVerdict) {
  claim_.measure.trial = [](const Point& at, Stream&) { return at["n"] == 64 ? NAN : 1; };
  const Merged merged = merge(measure(first_round(), 2));
  const SubjectRecord& failed = merged.record.claims[0].subjects[0];
  EXPECT_EQ(failed.status, Status::failed);
  EXPECT_EQ(failed.failures.size(), 8U);
}

}  // namespace
}  // namespace asymptest::merge_test
