#include "learning/interpolation/simplicial_vote.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace asymptest::learning::simplicial_vote_test {
namespace {

double normal_tail(double t) { return std::erfc(t / std::sqrt(2.0)) / 2; }

TEST(ChanceOfWrongPlugIn, IsTheOneWorkedOutByHandInOneDimension) {
  // Two labels with uniform weights: both wrong, or one of them with the larger weight.
  for (const double q : {0.0, 0.1, 0.4, 0.5}) {
    EXPECT_NEAR(chance_of_wrong_plug_in(1, q), q * q + q * (1 - q), 1e-14) << q;
  }
}

TEST(ChanceOfWrongPlugIn, IsThatOfDrawnLabels) {
  constexpr int draws = 40000;
  for (const int d : {2, 5, 30}) {
    Stream random({1, "simplicial-vote-test", "", static_cast<std::uint64_t>(d)});
    int wrong = 0;
    for (int i = 0; i < draws; ++i) {
      wrong += wrong_plug_in(uniform_kuhn_weights(d, random), 0.35, random) ? 1 : 0;
    }
    EXPECT_NEAR(wrong / double{draws}, chance_of_wrong_plug_in(d, 0.35),
                5 * std::sqrt(0.25 / draws));
  }
}

TEST(PlugInExcessLaw, HasItsLimitAtTheWorstCase) {
  constexpr double c = worst_margin_times_root_d;
  const double limit = 2 * c * normal_tail(std::sqrt(2.0) * c);
  EXPECT_NEAR(limit, 0.24037, 1e-5);
  for (const double other : {0.98 * c, 1.02 * c}) {
    EXPECT_LT(2 * other * normal_tail(std::sqrt(2.0) * other), limit);
  }
  for (const std::int64_t d : {512, 513, 4096, 16384}) {
    const auto root = std::sqrt(static_cast<double>(d));
    EXPECT_NEAR(root * plug_in_excess_law(d, 0.5 - c / root), limit, 1.0 / static_cast<double>(d));
  }
}

TEST(PlugInExcessLaw, FallsExponentiallyUnderAMargin) {
  const double rate = (1 + 2 * std::sqrt(0.1 * 0.9)) / 2;
  const double quotient = plug_in_excess_law(401, 0.1) / plug_in_excess_law(400, 0.1);
  EXPECT_NEAR(quotient, rate * std::sqrt(400.0 / 401), 1e-4);
}

TEST(SimplicialVote, RefusesWhatIsNoCase) {
  Stream random({1, "simplicial-vote-test", "", 0});
  EXPECT_THROW(uniform_kuhn_weights(0, random), std::invalid_argument);
  EXPECT_THROW(chance_of_wrong_plug_in(0, 0.1), std::invalid_argument);
  EXPECT_THROW(chance_of_wrong_plug_in(2, 1.5), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::simplicial_vote_test
