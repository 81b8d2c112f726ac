#include "asymptest/inference/correction/weighted_line.hpp"

#include <gtest/gtest.h>

#include <Eigen/Core>
#include <cmath>
#include <vector>

#include "asymptest/linear_algebra/generalised_inverse.hpp"
#include "asymptest/linear_algebra/inverse.hpp"
#include "asymptest/random/stream.hpp"

namespace asymptest::weighted_line_test {
namespace {

/// Relative: of a dozen sums of terms of size 1 to 100.
constexpr double rounding = 1e-12;

TEST(WeightedLine, IsThatOfLeastSquaresByAMatrix) {
  Stream random({1, "weighted-line-test", "", 0});
  constexpr Eigen::Index count = 9;
  std::vector<Observation> data;
  Eigen::MatrixXd design(count, 2);
  Eigen::VectorXd target(count);
  for (Eigen::Index i = 0; i < count; ++i) {
    const Observation o{random.uniform(0, 10), random.normal(), random.uniform(0.1, 1)};
    data.push_back(o);
    design.row(i) << 1 / o.error, o.log_size / o.error;
    target[i] = o.log_value / o.error;
  }
  const Eigen::VectorXd solution = pivoted_least_squares(design, target);
  const WeightedLine line = weighted_line(data);
  EXPECT_NEAR(line.slope / solution[1], 1, rounding);
  EXPECT_NEAR(line.misfit / (design * solution - target).squaredNorm(), 1, rounding);
  const Eigen::MatrixXd covariance = inverse_of(design.transpose() * design);
  EXPECT_NEAR(line.error / std::sqrt(covariance(1, 1)), 1, rounding);
}

TEST(WeightedLine, HasNoMisfitThroughTwoPoints) {
  const std::vector<Observation> two = {{1, 3, 0.5}, {3, 7, 2}};
  const WeightedLine line = weighted_line(two);
  EXPECT_NEAR(line.slope, 2, rounding);
  EXPECT_NEAR(line.misfit, 0, rounding);
  EXPECT_NEAR(line.error, std::hypot(0.5, 2) / 2, rounding) << "of a difference over 2";
}

}  // namespace
}  // namespace asymptest::weighted_line_test
