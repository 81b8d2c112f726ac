#include "learning/suprema/ball_ascent.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::learning::ball_ascent_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::MatrixXd;

/// A network as a mere vector of weights: 1 × 3.
Network three_weights(const MatrixXd& weights) { return {Architecture{.widths = {3}}, {weights}}; }

/// |Aw|² for a diagonal A.
Objective squares(const MatrixXd& factors) {
  return [=](const Network& at) {
    const MatrixXd image = factors.cwiseProduct(at.weights[0]);
    return Ascended{image.squaredNorm(),
                    [=] { return Displacement{2 * factors.cwiseProduct(image)}; }};
  };
}

/// A step to the sphere and the norm there: a few roundings of numbers of order one.
constexpr double rounding = 1e-12;

/// An ascent ends where a step gains less than 0.1 %.
constexpr double least_gain = 1e-3;

TEST(AscendInBall, ReachesTheMaximumOfAConvexFunction) {
  const Network centre = three_weights(MatrixXd::Zero(1, 3));
  const MatrixXd factors{{1, 3, 2}};
  const double found = ascend_in_ball(centre, 2, squares(factors), {{MatrixXd{{1, 0.5, 1}}}});
  EXPECT_NEAR(found, 36, 36 * 4 * least_gain);
  EXPECT_LE(found, 36 * (1 + rounding)) << "never beyond the ball, up to rounding";
}

TEST(AscendInBall, TakesTheBestOfItsStarts) {
  // Along an axis the gradient never leaves it: a local maximum at either end.
  const Network centre = three_weights(MatrixXd{{0.5, 0, 0}});
  const MatrixXd factors{{1, 0, 0}};
  const Displacement right{MatrixXd{{1, 0, 0}}}, left{MatrixXd{{-1, 0, 0}}};
  const auto gentle = squares(factors);
  EXPECT_NEAR(ascend_in_ball(centre, 1, gentle, {right}), 2.25, rounding);
  EXPECT_NEAR(ascend_in_ball(centre, 1, gentle, {left, right}), 2.25, rounding);
}

TEST(AscendInBall, GoesUphillWhereTheLinearisedMaximumLoses) {
  // A concave function: its maximum over the sphere is the point of it nearest to the peak.
  const Network centre = three_weights(MatrixXd::Zero(1, 3));
  const MatrixXd peak{{0.3, 0.4, 0}};
  const Objective hill = [=](const Network& at) {
    const MatrixXd away = at.weights[0] - peak;
    return Ascended{10 - away.squaredNorm(), [=] { return Displacement{-2 * away}; }};
  };
  const double found = ascend_in_ball(centre, 1, hill, {{MatrixXd{{1, -1, 1}}}});
  // The balls of radius R/4 and R/2 come first: the peak lies on the sphere of radius R/2.
  EXPECT_NEAR(found, 10, 10 * 4 * least_gain);
  EXPECT_LE(found, 10);
}

TEST(AscendInBall, RefusesNoStartAndNoRadius) {
  const Network centre = three_weights(MatrixXd::Zero(1, 3));
  const Objective objective = squares(MatrixXd::Ones(1, 3));
  EXPECT_THAT([&] { ascend_in_ball(centre, 1, objective, {}); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("there are no starts")));
  EXPECT_THAT([&] { ascend_in_ball(centre, 1, objective, {{MatrixXd::Ones(2, 2)}}); },
              ThrowsMessage<std::invalid_argument>(
                  HasSubstr("start of ascend_in_ball is 2 x 2 in layer 0, expected 1 x 3")));
  EXPECT_THAT([&] { ascend_in_ball(centre, 0, objective, {{MatrixXd::Ones(1, 3)}}); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is 0,")));
}

}  // namespace
}  // namespace asymptest::learning::ball_ascent_test
