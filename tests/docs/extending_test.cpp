#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asymptest/claim/registry.hpp"
#include "asymptest/inference/decide.hpp"

namespace asymptest::extending_test {
namespace {

/// Each design point of the quick tier, with so many trials.
std::vector<PointTrials> measured(const Subject& subject, std::uint64_t seed,
                                  std::uint64_t trials) {
  std::vector<PointTrials> points;
  for (const Point& at : subject.sweep().design(Tier::quick)) {
    points.push_back({at, {}});
    const std::string name = subject.name(), key = at.key();
    for (std::uint64_t trial = 0; trial < trials; ++trial) {
      Stream random({.suite_seed = seed, .claim = name, .point = key, .trial = trial});
      points.back().values.push_back(subject.trial()(at, random));
    }
  }
  return points;
}

/// The level of a verdict in a suite of a hundred that is wrong anywhere in 1 %.
constexpr double share_of_suite = 1e-4;

Verdict verdict_of(const Subject& subject, std::uint64_t seed) {
  // What the quick tier may spend.
  const auto trials = static_cast<std::uint64_t>(subject.claim->budget.most(Tier::quick));
  return decide(subject.predict(), subject.claim->measure.polarity, measured(subject, seed, trials),
                share_of_suite);
}

TEST(Extending, TheListingIsRegistered) {
  EXPECT_THAT(registration_errors(), testing::IsEmpty());
  EXPECT_NE(registry().find("interpolation/mean-deviation"), nullptr);
}

/// Every one of them decides: the test of fit turns a true law away with the verdict's own level.
constexpr int seeds = 40;

bool as_expected(const Verdict& verdict, const Expectation& expect) {
  const Estimate& e = verdict.estimates.at(0);
  return verdict.outcome == Outcome::refuted && e.lower >= expect.lower && e.upper <= expect.upper;
}

TEST(Extending, ItsClaimIsSupportedAndItsControlRefutedForTheDeclaredReason) {
  const Claim* claim = registry().find("interpolation/mean-deviation");
  ASSERT_NE(claim, nullptr);
  const auto subjects = subjects_of(*claim);
  int supported = 0, refuted = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const Verdict verdict = verdict_of(subjects.at(0), seed);
    const Verdict control = verdict_of(subjects.at(1), seed);
    EXPECT_NE(verdict.outcome, Outcome::refuted) << seed << ": " << verdict.reason;
    EXPECT_NE(control.outcome, Outcome::supported) << seed << ": " << control.reason;
    supported += verdict.outcome == Outcome::supported;
    refuted += as_expected(control, subjects.at(1).expect());
  }
  EXPECT_EQ(supported, seeds);
  EXPECT_EQ(refuted, seeds);
}

}  // namespace
}  // namespace asymptest::extending_test
