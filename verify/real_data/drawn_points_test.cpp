#include "drawn_points.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "two_squares.hpp"

namespace asymptest::real_data::drawn_points_test {
namespace {

Stream stream() {
  return Stream({.suite_seed = 1, .claim = "drawn-points", .point = "", .trial = 0});
}

TEST(RealPoints, LeavesOutTheCopy) {
  const TwoSquares data;
  EXPECT_EQ(real_points().points.cols(), 1201);
  EXPECT_EQ(real_points().class_count, 4);
}

TEST(DrawPoints, DrawsEachPointOnceAndHalvesTheClasses) {
  const TwoSquares data;
  Stream random = stream();
  const DrawnTwice drawn = draw_points(1000, 201, random);
  std::set<double> firsts;
  for (const Drawn* part : {&drawn.samples, &drawn.fresh}) {
    for (Eigen::Index i = 0; i < part->points.cols(); ++i) {
      firsts.insert(part->points(0, i));
      EXPECT_EQ(part->labels[i], part->points(2, i) == 0 ? -1 : 1);
    }
  }
  EXPECT_GT(firsts.size(), 1150U);  // six digits of a uniform number coincide now and then
  EXPECT_THAT([&] { draw_points(1000, 202, random); }, testing::Throws<std::invalid_argument>());
}

TEST(WithNoise, TossesAShareOfTheLabels) {
  Stream random = stream();
  const Eigen::ArrayXd labels = Eigen::ArrayXd::Ones(20000);
  EXPECT_EQ(share_missed(with_noise(labels, 0, random), labels), 0);
  const double standard_error = 0.5 / std::sqrt(20000.0);
  EXPECT_NEAR(share_missed(with_noise(labels, 0.6, random), labels), 0.3, 5 * standard_error);
}

TEST(MeanDistance, IsThatBetweenHalves) {
  EXPECT_DOUBLE_EQ(mean_distance(Eigen::RowVector4d(0, 1, 3, 6)), 4);
}

}  // namespace
}  // namespace asymptest::real_data::drawn_points_test
