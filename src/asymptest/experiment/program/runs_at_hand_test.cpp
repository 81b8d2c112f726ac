#include "asymptest/experiment/program/runs_at_hand.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace asymptest::runs_at_hand_test {
namespace {

TEST(RunsAtHand, MakeARunOnceForAllThatReadIt) {
  RunsAtHand runs;
  runs.share();
  int made = 0;
  const auto run = [&] { return Answer{std::to_string(++made), ""}; };
  EXPECT_EQ(runs.answer_to("a", run).text, "1");
  EXPECT_EQ(runs.answer_to("b", run).text, "2");
  EXPECT_EQ(runs.answer_to("a", run).text, "1");
  // All have read it: it is forgotten.
  EXPECT_EQ(runs.answer_to("a", run).text, "3");
}

TEST(RunsAtHand, KeepNothingForOneReader) {
  RunsAtHand runs;
  int made = 0;
  const auto run = [&] { return Answer{std::to_string(++made), ""}; };
  runs.answer_to("a", run);
  EXPECT_EQ(runs.answer_to("a", run).text, "2");
}

TEST(RunsAtHand, FailForAllThatReadIt) {
  RunsAtHand runs;
  runs.share();
  int made = 0;
  const auto run = [&]() -> Answer {
    ++made;
    throw std::runtime_error("out of memory");
  };
  EXPECT_THROW(runs.answer_to("a", run), std::runtime_error);
  EXPECT_THROW(runs.answer_to("a", run), std::runtime_error);
  EXPECT_EQ(made, 1);
}

TEST(RunsAtHand, MakeARunOnceForThreadsThatAskAtOnce) {
  constexpr int threads = 4, requests = 200;
  RunsAtHand runs;
  for (int i = 1; i < threads; ++i) runs.share();
  std::atomic<int> made = 0;
  std::vector<std::thread> asking;
  for (int i = 0; i < threads; ++i) {
    asking.emplace_back([&] {
      for (int r = 0; r < requests; ++r) {
        const std::string request = std::to_string(r);
        const Answer answer = runs.answer_to(request, [&] {
          ++made;
          return Answer{request, ""};
        });
        EXPECT_EQ(answer.text, request);
      }
    });
  }
  for (std::thread& one : asking) one.join();
  EXPECT_EQ(made, requests);
}

}  // namespace
}  // namespace asymptest::runs_at_hand_test
