#include "torus_sup_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace asymptest::covering::torus_sup_trials_test {
namespace {

double one_trial(const Trial& trial, double count) {
  const Point at{{"N", count}};
  Stream random({1, "torus-sup-trials-test", at.key(), 1});
  return trial(at, random);
}

TEST(TorusRadius, OfOnePointIsHalfTheDiagonal) {
  constexpr double bracket = 1e-3;  // its width, to which the radius is asked for
  EXPECT_NEAR(one_trial(torus_radius, 1), std::sqrt(0.5), bracket);
  EXPECT_NEAR(one_trial(torus_radius_of_copies, 1), std::sqrt(0.5), bracket);
}

TEST(TorusRadius, OfCopiesIsThatOfTheirRoot) {
  // N discs of radius r cover N π r² at most.
  EXPECT_GE(one_trial(torus_radius, 256), 1 / std::sqrt(256 * std::numbers::pi));
  EXPECT_GE(one_trial(torus_radius_of_copies, 256), 1 / std::sqrt(16 * std::numbers::pi));
}

TEST(ShareOfDesign, LiesBetweenTheThinnestCoverAndTwiceALattice) {
  // No N discs cover the torus below the radius √(2/(3√3 N)) of the hexagonal lattice; a cloud is
  // not all of it.
  const double share = one_trial(share_of_design, 64);
  EXPECT_LE(share, 1);
  EXPECT_GE(share, 0.9 / std::sqrt(3 * std::sqrt(3.0)));
}

TEST(ShareOfDesignInACorner, IsThatOfTheMiddle) {
  // The farthest point is 0.9/2 away along both axes; that of the cloud is as near to it as 1.6
  // spacings 1/√2048 of its points, times √32.
  constexpr double spacings = 0.2;
  EXPECT_NEAR(one_trial(share_of_design_in_a_corner, 64), 0.45 * std::sqrt(2) * std::sqrt(32),
              spacings);
}

TEST(ShareOfIndependentPoints, IsThatOfTheirRadius) {
  EXPECT_DOUBLE_EQ(one_trial(share_of_independent_points, 64),
                   one_trial(torus_radius, 64) * std::sqrt(32));
}

}  // namespace
}  // namespace asymptest::covering::torus_sup_trials_test
