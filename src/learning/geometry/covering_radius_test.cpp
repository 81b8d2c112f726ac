#include "learning/geometry/covering_radius.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace asymptest::learning::covering_radius_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(CircleCoveringRadius, IsHalfTheLargestGapAroundTheCircle) {
  EXPECT_DOUBLE_EQ(circle_covering_radius(Eigen::RowVector3d(0.5, 0.125, 0.25)), 0.3125);
  EXPECT_DOUBLE_EQ(circle_covering_radius(Eigen::RowVector3d(0.9, 0.1, 0.3)), 0.3);
  EXPECT_DOUBLE_EQ(circle_covering_radius(Eigen::MatrixXd::Zero(1, 1)), 0.5);
}

TEST(CoveringRadius, RefusesWhatItCannotMeasure) {
  EXPECT_THAT([] { circle_covering_radius(Eigen::RowVector2d(0.5, 1.5)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("points in [0, 1]")));
}

}  // namespace
}  // namespace asymptest::learning::covering_radius_test
