#include "asymptest/cli/input/filter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::cli::filter_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

const std::vector<std::string> names{"covering/mean",        "covering/mean:sheet",
                                     "covering/mean-torus",  "covering/mean-torus:sheet",
                                     "optimisation/hessian", "optimisation/hessian:bottleneck"};

std::vector<std::string> selected(const std::vector<std::string>& filters) {
  const std::vector<bool> chosen = select(filters, names);
  std::vector<std::string> result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (chosen[i]) result.push_back(names[i]);
  }
  return result;
}

TEST(Filter, WithoutPatternsTakesEverything) { EXPECT_EQ(selected({}), names); }

TEST(Filter, AnIdTakesTheClaimWithItsControlsAndNoOther) {
  EXPECT_THAT(selected({"covering/mean"}), ElementsAre("covering/mean", "covering/mean:sheet"));
}

TEST(Filter, AControlsNameTakesJustTheControl) {
  EXPECT_THAT(selected({"covering/mean:sheet"}), ElementsAre("covering/mean:sheet"));
}

TEST(Filter, PartOfANameTakesAllThatContainIt) {
  EXPECT_THAT(selected({"hess"}),
              ElementsAre("optimisation/hessian", "optimisation/hessian:bottleneck"));
  EXPECT_THAT(selected({"bottle"}), ElementsAre("optimisation/hessian:bottleneck"));
}

TEST(Filter, WildcardsWithoutAColonTakeClaimsWithTheirControls) {
  EXPECT_THAT(selected({"*torus"}),
              ElementsAre("covering/mean-torus", "covering/mean-torus:sheet"));
  EXPECT_THAT(selected({"*/hessia?"}),
              ElementsAre("optimisation/hessian", "optimisation/hessian:bottleneck"));
}

TEST(Filter, WildcardsWithAColonTakeControls) {
  EXPECT_THAT(selected({"covering/*:*"}),
              ElementsAre("covering/mean:sheet", "covering/mean-torus:sheet"));
}

TEST(Filter, PatternsAreSeparatedBySpacesOrCommas) {
  EXPECT_THAT(selected({"covering/mean:sheet,bottle"}),
              ElementsAre("covering/mean:sheet", "optimisation/hessian:bottleneck"));
  EXPECT_EQ(selected({"covering/mean:sheet bottle"}), selected({"covering/mean:sheet", "bottle"}));
}

TEST(Filter, NegativePatternsTakeAway) {
  EXPECT_THAT(selected({"covering/*,-*:*"}), ElementsAre("covering/mean", "covering/mean-torus"));
  EXPECT_THAT(selected({"-covering/*"}),
              ElementsAre("optimisation/hessian", "optimisation/hessian:bottleneck"));
  EXPECT_THAT(selected({"-bottle,hess"}), ElementsAre("optimisation/hessian"));
}

TEST(Filter, RefusesWhatMatchesNothingAndNamesWhatIsNear) {
  EXPECT_THAT([] { selected({"hesian"}); },
              ThrowsMessage<NothingMatches>(HasSubstr("did you mean optimisation/hessian")));
  EXPECT_THAT([] { selected({"hess,covering/maen"}); },
              ThrowsMessage<NothingMatches>(HasSubstr("nothing matches 'covering/maen'")));
  EXPECT_THAT([] { selected({"hess,-quantum-gravity"}); },
              ThrowsMessage<NothingMatches>(HasSubstr("nothing matches 'quantum-gravity' (")));
}

TEST(Filter, NearNamesAreTheNearestFirst) {
  EXPECT_THAT(near_names("covering/mean-tours", names)[0], "covering/mean-torus");
  EXPECT_THAT(near_names("bottelneck", names), ElementsAre("optimisation/hessian:bottleneck"));
  EXPECT_THAT(near_names("zzzzzzzz", names), IsEmpty());
}

TEST(Wildcards, MatchTheWholeText) {
  EXPECT_TRUE(matches_wildcards("a*c", "abbbc"));
  EXPECT_TRUE(matches_wildcards("*", ""));
  EXPECT_TRUE(matches_wildcards("a?c", "abc"));
  EXPECT_FALSE(matches_wildcards("a?c", "ac"));
  EXPECT_FALSE(matches_wildcards("b*", "abc"));
  EXPECT_FALSE(matches_wildcards("", "a"));
}

TEST(Filter, AnEmptyOneMeansNothing) {
  for (const char* empty : {"", ",", " , "}) {
    EXPECT_THAT([&] { select(std::vector<std::string>{empty}, names); },
                ThrowsMessage<NothingMatches>(HasSubstr("is empty, expected a name")));
  }
}

}  // namespace
}  // namespace asymptest::cli::filter_test
