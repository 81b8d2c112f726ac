// A dealer and its helpers, as threads of one process.

#include "asymptest/engine/ranks/dealer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <thread>

#include "asymptest/engine/ranks/helper.hpp"
#include "asymptest/testing/example_claim.hpp"

namespace asymptest::dealer_test {
namespace {

using testing::HasSubstr;

/// The letters on their way to each rank.
class Post {
 public:
  explicit Post(int ranks) : boxes_(static_cast<std::size_t>(ranks)) {}
  [[nodiscard]] int size() const { return static_cast<int>(boxes_.size()); }
  void put(int to, Letter letter) {
    const std::lock_guard lock(mutex_);
    boxes_[static_cast<std::size_t>(to)].push_back(std::move(letter));
  }
  std::optional<Letter> take(int rank) {
    const std::lock_guard lock(mutex_);
    auto& box = boxes_[static_cast<std::size_t>(rank)];
    if (box.empty()) return std::nullopt;
    Letter letter = std::move(box.front());
    box.pop_front();
    return letter;
  }
  std::atomic<int> aborted_with = 0;

 private:
  std::vector<std::deque<Letter>> boxes_;
  std::mutex mutex_;
};

class PostCommunicator : public Communicator {
 public:
  PostCommunicator(Post& post, int rank) : post_(post), rank_(rank) {}
  [[nodiscard]] int rank() const override { return rank_; }
  [[nodiscard]] int size() const override { return post_.size(); }
  [[nodiscard]] std::string machine() const override { return "here"; }
  void send(int to, std::string bytes) override { post_.put(to, {rank_, std::move(bytes)}); }
  std::optional<Letter> receive() override { return post_.take(rank_); }
  void abort(int exit_code) override { post_.aborted_with = exit_code; }

 private:
  Post& post_;
  int rank_;
};

/// (point, trial) → value.
using Values = std::map<std::pair<std::size_t, std::int64_t>, double>;

class DealerTest : public testing::Test {
 protected:
  DealerTest() : claim_(example_claim()), suite_(subjects_of(claim_)) {}

  /// Trials of the claim at two sizes.
  [[nodiscard]] std::vector<Task> tasks(std::int64_t trials) const {
    std::vector<std::int64_t> numbers(static_cast<std::size_t>(trials));
    std::iota(numbers.begin(), numbers.end(), 0);
    std::vector<Task> tasks;
    for (const double n : {2.0, 4.0}) {
      tasks.push_back({&suite_[0].trial(), suite_[0].name(), 1, Point{{"n", n}}, numbers, n});
    }
    return tasks;
  }
  /// The same, but that each trial takes a while.
  static std::vector<Task> slowly(std::vector<Task> tasks, int milliseconds) {
    static Trial slow;
    slow = [milliseconds](const Point& at, Stream&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
      return at["n"];
    };
    for (Task& task : tasks) task.measure = &slow;
    return tasks;
  }
  OnFinished collect() {
    return [this](std::span<const Finished> finished) {
      for (const Finished& one : finished) {
        for (const Cell& cell : one.cells) {
          EXPECT_TRUE(values_.emplace(std::pair{one.task, cell.trial}, cell.value).second);
        }
      }
    };
  }
  static void help_as(Post& post, int rank, std::span<const Subject> suite, int jobs) {
    PostCommunicator ranks(post, rank);
    try {
      help(ranks, suite, {.jobs = jobs, .limits = {}});
    } catch (const std::exception& problem) {
      tell_failure(ranks, problem.what());
    }
  }
  /// Rank 0 alone gives up for this reason.
  void gives_up(Post& post, const std::vector<Task>& tasks, const std::string& reason) {
    PostCommunicator ranks(post, 0);
    std::string told;
    {
      Dealer dealer(ranks, silence, [&](const std::string& text) { told = text; });
      EXPECT_THROW(dealer.measure(suite_, tasks, {.jobs = 1, .limits = {}}, collect()),
                   std::exception);
    }
    EXPECT_THAT(told, HasSubstr(reason));
    EXPECT_EQ(post.aborted_with, Dealer::exit_code);
  }

  static constexpr double silence = 1.5;  ///< helpers say each second that they live
  Claim claim_;
  std::vector<Subject> suite_;
  Values values_;
};

TEST_F(DealerTest, GivesTheNumbersOfOneThreadRoundByRound) {
  const auto few = tasks(3), many = tasks(2000);
  measure(few, 1, collect());
  const Values of_few = std::exchange(values_, {});
  measure(many, 1, collect());
  const Values of_many = std::exchange(values_, {});
  for (const int size : {2, 4}) {
    Post post(size);
    std::vector<std::jthread> helpers;
    for (int rank = 1; rank < size; ++rank) {
      helpers.emplace_back([&, rank] { help_as(post, rank, suite_, rank); });
    }
    PostCommunicator ranks(post, 0);
    Dealer dealer(ranks, 60, [](const std::string& text) { ADD_FAILURE() << text; });
    const MeasureOptions options{.jobs = 1, .limits = {}};
    dealer.measure(suite_, few, options, collect());
    EXPECT_EQ(std::exchange(values_, {}), of_few);
    dealer.measure(suite_, many, options, collect());
    EXPECT_EQ(std::exchange(values_, {}), of_many);
  }
}

TEST_F(DealerTest, GivesUpForARankThatSaysNothing) {
  Post post(2);
  gives_up(post, tasks(3), "rank 1 has said nothing for 2 s");
  EXPECT_EQ(values_.size(), 6U) << "what rank 0 measured is kept";
}

TEST_F(DealerTest, KeepsWhatARankMeasuredBeforeItWasLost) {
  Post post(2);
  const auto all = tasks(40);
  Cell theirs;
  // Takes the first chunk, answers it and takes the next to the grave.
  const std::jthread helper([&] {
    PostCommunicator ranks(post, 1);
    ranks.send(0, letter(Hello{1, "there"}));
    ToldChunk chunk;
    while (chunk.count == 0) {
      const auto next = ranks.receive();
      if (!next) continue;
      ByteReader reader(next->bytes);
      if (read_kind(reader) == LetterKind::chunk) chunk = read_chunk(reader);
    }
    const Task& task = all[chunk.task];
    theirs = measure_trial(*task.measure, task.at, task.at.key(), task.subject, 1,
                           task.trials[chunk.first]);
    ranks.send(0, letter(Finished{.task = chunk.task, .cells = {theirs}}));
  });
  const std::vector<Task> slow_tasks = slowly(all, 30);
  gives_up(post, slow_tasks, "rank 1 on there has said nothing");
  EXPECT_EQ(std::ranges::count_if(values_,
                                  [&](const auto& value) { return value.second == theirs.value; }),
            1);
  EXPECT_LT(values_.size(), 80U);
}

TEST_F(DealerTest, TakesAChunkThatComesBackInParts) {
  const auto all = slowly(tasks(60), 1);
  Post post(2);
  // Answers trial by trial, as after each that was stopped.
  const std::jthread helper([&] {
    PostCommunicator ranks(post, 1);
    ranks.send(0, letter(Hello{1, "there"}));
    for (LetterKind kind = LetterKind::hello; kind != LetterKind::run_over;) {
      const auto next = ranks.receive();
      if (!next) continue;
      ByteReader reader(next->bytes);
      kind = read_kind(reader);
      if (kind != LetterKind::chunk) continue;
      const ToldChunk chunk = read_chunk(reader);
      for (std::uint64_t i = 0; i < chunk.count; ++i) {
        const std::int64_t trial = all[chunk.task].trials[chunk.first + i];
        ranks.send(0, letter(Finished{.task = chunk.task, .cells = {{.trial = trial}}}));
      }
    }
  });
  PostCommunicator ranks(post, 0);
  Dealer dealer(ranks, 60, [](const std::string& text) { ADD_FAILURE() << text; });
  for (int round = 0; round < 3; ++round) {
    dealer.measure(suite_, all, {.jobs = 1, .limits = {}}, collect());
    EXPECT_EQ(std::exchange(values_, {}).size(), 120U);
  }
}

TEST_F(DealerTest, GivesUpForARankThatAnswersForTrialsItWasNotDealt) {
  Post post(2);
  PostCommunicator stranger(post, 1);
  stranger.send(0, letter(Hello{1, "there"}));
  stranger.send(0, letter(Finished{.task = 7, .cells = {{.trial = 1}}}));
  gives_up(post, tasks(3), "rank 1 on there answers for trials that it was not dealt");
}

TEST_F(DealerTest, GivesUpForARankWithOtherDefinitions) {
  Claim other = claim_;
  other.revision = 2;
  const std::vector<Subject> other_suite = subjects_of(other);
  Post post(2);
  const std::jthread helper([&] { help_as(post, 1, other_suite, 1); });
  gives_up(post, slowly(tasks(400), 5),
           "rank 1 on here: has another definition of '" + claim_.id + "'");
}

TEST_F(DealerTest, PassesOnThatATrialOfAHelperRunsLong) {
  claim_.measure.trial = [](const Point& at, Stream&) {
    static thread_local bool first = true;  // of each rank's thread
    if (std::exchange(first, false)) std::this_thread::sleep_for(std::chrono::milliseconds(200));
    return at["n"];
  };
  const std::vector<Subject> suite = subjects_of(claim_);
  Post post(2);
  const std::jthread helper([&] {
    PostCommunicator ranks(post, 1);
    help(ranks, suite, {.jobs = 1, .limits = {}, .slow_seconds = 0.05});
  });
  PostCommunicator ranks(post, 0);
  Dealer dealer(ranks, 60, [](const std::string& text) { ADD_FAILURE() << text; });
  MeasureOptions options{.jobs = 1, .limits = {}};  // its own are not slow for a minute
  int told = 0;
  options.on_slow = [&](const SlowTrial&) { ++told; };
  dealer.measure(suite, tasks(50), options, collect());
  EXPECT_GE(told, 1);
}

}  // namespace
}  // namespace asymptest::dealer_test
