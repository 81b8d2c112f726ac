#include "asymptest/inference/sample/independence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "asymptest/random/stream.hpp"

namespace asymptest::independence_test {
namespace {

using testing::HasSubstr;

/// Seven sizes of 16 trials, unless another number is asked for; trial k at size i is
/// `value(stream, i)`, its stream that of `key(i, k)`.
std::vector<PointTrials> drawn(
    std::uint64_t seed, const std::function<double(Stream&, int)>& value,
    const std::function<std::pair<int, std::uint64_t>(int, std::uint64_t)>& key,
    std::uint64_t count = 16) {
  std::vector<PointTrials> trials;
  for (int i = 0; i < 7; ++i) {
    PointTrials point{Point{{"n", std::ldexp(16, i)}}, {}};
    for (std::uint64_t k = 0; k < count; ++k) {
      const auto [size, trial] = key(i, k);
      Stream stream({seed, "independence-test", std::to_string(size), trial});
      point.values.push_back(value(stream, i));
    }
    trials.push_back(point);
  }
  return trials;
}

double scaled(Stream& stream, int i) { return (1 + stream.uniform()) * std::ldexp(1, -i); }
double counted(Stream& stream, int) { return static_cast<double>(stream.below(12)); }

const auto own = [](int i, std::uint64_t k) { return std::pair{i, k}; };

TEST(Independence, LeavesIndependentDrawsAlone) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    EXPECT_EQ(dependence(drawn(seed, scaled, own)), "") << seed;
    EXPECT_EQ(dependence(drawn(seed, counted, own)), "") << seed;
  }
}

TEST(Independence, NoticesTrialsThatAreUsedTwice) {
  const auto halved = [](int i, std::uint64_t k) { return std::pair{i, k / 2}; };
  EXPECT_THAT(dependence(drawn(1, scaled, halved)), HasSubstr("used twice"));
  const auto repeated = [](int i, std::uint64_t k) { return std::pair{i, k % 8}; };
  EXPECT_THAT(dependence(drawn(1, scaled, repeated)), HasSubstr("used twice"));
}

TEST(Independence, NoticesStreamsThatSizesShare) {
  const auto shared = [](int, std::uint64_t k) { return std::pair{0, k}; };
  EXPECT_THAT(dependence(drawn(1, scaled, shared)), HasSubstr("share their random numbers"));
  EXPECT_THAT(dependence(drawn(2, counted, shared)), HasSubstr("share their random numbers"));
}

TEST(Independence, NoticesAStreamThatHalfOfTheNoiseComesFrom) {
  const auto own_and_shared = [](Stream& stream, int i) {
    const double shared = stream.uniform();
    for (int skipped = 0; skipped < i; ++skipped) stream.uniform();
    return shared + stream.uniform();
  };
  const auto shared = [](int, std::uint64_t k) { return std::pair{0, k}; };
  EXPECT_THAT(dependence(drawn(1, own_and_shared, shared)), HasSubstr("share"));
}

TEST(Independence, NoticesASharedOrderWithinEachHalfOfTheValues) {
  const auto halves_of_their_own = [](Stream& stream, int i) {
    const double shared = stream.uniform();
    for (int skipped = 0; skipped < i; ++skipped) stream.uniform();
    return shared + (stream.uniform() < 0.5 ? 1 : 0);
  };
  const auto shared = [](int, std::uint64_t k) { return std::pair{0, k}; };
  EXPECT_THAT(dependence(drawn(1, halves_of_their_own, shared, 64)), HasSubstr("share"));
}

TEST(Independence, TellsTheSameOfManyTrials) {
  const auto shared = [](int, std::uint64_t k) { return std::pair{0, k}; };
  const auto shares_a_tenth = [](Stream& stream, int i) {
    const double same = stream.normal();
    for (int skipped = 0; skipped < i; ++skipped) stream.normal();
    return 0.3 * same + stream.normal();
  };
  EXPECT_EQ(dependence(drawn(1, scaled, own, 3000)), "");
  EXPECT_THAT(dependence(drawn(1, shares_a_tenth, shared, 3000)), HasSubstr("share"));
}

TEST(Independence, ExactValuesTellNothing) {
  const auto exact = [](Stream&, int i) { return std::ldexp(1, -i); };
  EXPECT_EQ(dependence(drawn(1, exact, own)), "");
  EXPECT_EQ(dependence({}), "");
}

}  // namespace
}  // namespace asymptest::independence_test
