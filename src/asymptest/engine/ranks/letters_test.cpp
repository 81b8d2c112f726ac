#include "asymptest/engine/ranks/letters.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

namespace asymptest::letters_test {
namespace {

TEST(Letters, BringARoundAsItIs) {
  const std::vector<ToldTask> round{{"a/b", "0f", 7, "n=2,m=0.5", {0, 1, 2, 9, 4, 5}},
                                    {"a/b:c", "", 7, "n=4", {}}};
  const std::string bytes = letter(round);
  ByteReader reader(bytes);
  EXPECT_EQ(read_kind(reader), LetterKind::round);
  EXPECT_EQ(read_round(reader), round);
  EXPECT_TRUE(reader.at_end());
}

TEST(Letters, BringTheTrialsOfALongTaskInFewBytes) {
  ToldTask task{"a/b", "0f", 7, "n=2", {}};
  for (std::int64_t trial = 0; trial < 100'000; ++trial) task.trials.push_back(trial);
  EXPECT_LT(letter(std::vector{task}).size(), 100U);
}

TEST(Letters, BringCellsBitForBit) {
  const Finished finished{.task = 3,
                          .cells = {{.trial = 5, .value = 0.1 + 0.2, .seconds = 1e-300},
                                    {.trial = 6, .failure = "the trial threw: boom"}}};
  const std::string bytes = letter(finished);
  ByteReader reader(bytes);
  EXPECT_EQ(read_kind(reader), LetterKind::finished);
  const Finished read = read_finished(reader);
  EXPECT_EQ(read.task, 3U);
  ASSERT_EQ(read.cells.size(), 2U);
  EXPECT_EQ(read.cells[0].value, 0.1 + 0.2);
  EXPECT_EQ(read.cells[0].seconds, 1e-300);
  EXPECT_EQ(read.cells[1].failure, "the trial threw: boom");
}

TEST(Letters, BringTheSmallOnes) {
  const std::string hello = letter(Hello{4, "node7"}), chunk = letter(ToldChunk{1, 2, 3}),
                    slow = letter(SlowTrial{1, 2, 61.5}), failure = failure_letter("no disk");
  ByteReader of_hello(hello), of_chunk(chunk), of_slow(slow), of_failure(failure);
  EXPECT_EQ(read_kind(of_hello), LetterKind::hello);
  EXPECT_EQ(read_hello(of_hello).machine, "node7");
  EXPECT_EQ(read_kind(of_chunk), LetterKind::chunk);
  EXPECT_EQ(read_chunk(of_chunk).count, 3U);
  EXPECT_EQ(read_kind(of_slow), LetterKind::slow);
  EXPECT_EQ(read_slow(of_slow).seconds, 61.5);
  EXPECT_EQ(read_kind(of_failure), LetterKind::failed);
  EXPECT_EQ(read_failure(of_failure), "no disk");
}

TEST(Letters, AreRefusedWhereTheyAreCutShortOrMakeNoSense) {
  const std::string bytes = letter(std::vector<ToldTask>{{"a/b", "0f", 7, "n=2", {0, 1, 2, 9}}});
  for (std::size_t length = 1; length < bytes.size(); ++length) {
    ByteReader reader(std::string_view(bytes).substr(0, length));
    read_kind(reader);
    EXPECT_THROW(read_round(reader), std::invalid_argument) << length;
  }
  std::string longer = bytes;
  longer[longer.size() - sizeof(std::uint64_t)] = 2;  // the last run's length; one trial is left
  ByteReader reader(longer);
  read_kind(reader);
  EXPECT_THROW(read_round(reader), std::invalid_argument);
  ByteReader unknown("\x7f");
  EXPECT_THROW(read_kind(unknown), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::letters_test
