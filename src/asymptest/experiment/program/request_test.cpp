#include "asymptest/experiment/program/request.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace asymptest::request_test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

Request example() {
  return {.claim = "mine/width",
          .control = "plain",
          .point = {{"m", 64}, {"noise", 0.1}},
          .trial = 7,
          .seed = 9223372036854775807U,
          .parameters = {{"optimiser", {"sgd", "\"sgd\""}}, {"depth", {"3", "3"}}}};
}

TEST(FilledIn, ReplacesEveryName) {
  EXPECT_EQ(filled_in("--m={m} {noise} {optimiser}/{depth}", example()), "--m=64 0.1 sgd/3");
  EXPECT_EQ(filled_in("{claim}:{control} {trial} {seed}", example()),
            "mine/width:plain 7 9223372036854775807");
}

TEST(FilledIn, LeavesOtherBracesAlone) {
  for (const char* word : {"", "{", "}", "{}", "{\"a\": 1}", "{unknown}", "{m", "{ m }", "a{1}b"}) {
    EXPECT_EQ(filled_in(word, example()), word);
  }
  EXPECT_EQ(filled_in("{{m}}", example()), "{64}");
}

TEST(UnknownPlaces, AreNamesThatNothingIsKnownOf) {
  EXPECT_THAT(unknown_places("{m} {sed} {\"a\": 1}", example()), ElementsAre("sed"));
  EXPECT_THAT(unknown_places("{m} {depth} {}", example()), IsEmpty());
}

TEST(EnvironmentOf, HasEveryValueInCapitals) {
  const auto variables = environment_of(example());
  for (const char* one : {"ASYMPTEST_M=64", "ASYMPTEST_NOISE=0.1", "ASYMPTEST_CLAIM=mine/width",
                          "ASYMPTEST_CONTROL=plain", "ASYMPTEST_TRIAL=7", "ASYMPTEST_PROTOCOL=1",
                          "ASYMPTEST_SEED=9223372036854775807", "ASYMPTEST_OPTIMISER=sgd"}) {
    EXPECT_THAT(variables, Contains(one));
  }
}

TEST(JsonLine, IsOneObjectThatReadsBack) {
  Request request = example();
  request.parameters.emplace_back("text", Scalar{"a \"b\"\n", nlohmann::json("a \"b\"\n").dump()});
  const std::string line = json_line(request);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const auto object = nlohmann::json::parse(line);
  EXPECT_EQ(object["claim"], "mine/width");
  EXPECT_EQ(object["control"], "plain");
  EXPECT_EQ(object["point"], (nlohmann::json{{"m", 64}, {"noise", 0.1}}));
  EXPECT_EQ(object["trial"], 7);
  EXPECT_EQ(object["seed"].get<std::uint64_t>(), request.seed);
  EXPECT_EQ(object["parameters"]["optimiser"], "sgd");
  EXPECT_EQ(object["parameters"]["text"], "a \"b\"\n");
}

TEST(JsonLine, LeavesOutWhatThereIsNot) {
  const auto object =
      nlohmann::json::parse(json_line({.claim = "mine/width", .point = {{"m", 64}}}));
  EXPECT_FALSE(object.contains("control"));
  EXPECT_FALSE(object.contains("parameters"));
}

}  // namespace
}  // namespace asymptest::request_test
