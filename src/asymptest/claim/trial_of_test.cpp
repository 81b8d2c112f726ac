#include "asymptest/claim/trial_of.hpp"

#include <gtest/gtest.h>

namespace asymptest::trial_of_test {
namespace {

const Trial first_uniform = [](const Point&, Stream& random) { return random.uniform(); };

TEST(StreamOwner, IsTheSubjectUnlessTheTrialIsAnothers) {
  EXPECT_EQ(stream_owner(first_uniform, "mine/loss"), "mine/loss");
  const Trial borrowed = TrialOf{"mine/loss:plain", first_uniform};
  EXPECT_EQ(stream_owner(borrowed, "mine/sharpness:plain"), "mine/loss:plain");
  const Trial copy = borrowed;
  EXPECT_EQ(stream_owner(copy, "mine/sharpness:plain"), "mine/loss:plain");
}

TEST(TrialOf, MeasuresAsItsTrialDoes) {
  const StreamKey key{.suite_seed = 1, .claim = "mine/loss", .point = "m=2", .trial = 3};
  Stream random(key), again(key);
  EXPECT_EQ(Trial(TrialOf{"mine/loss", first_uniform})({{"m", 2}}, random), again.uniform());
}

}  // namespace
}  // namespace asymptest::trial_of_test
