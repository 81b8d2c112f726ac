#include "learning/interpolation/ridgeless_sweep.hpp"

#include <gtest/gtest.h>

#include <Eigen/SVD>
#include <limits>
#include <stdexcept>

#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::learning::ridgeless_sweep_test {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// X_p⁺ by the singular values, and its squared condition number.
struct Pseudoinverse {
  Eigen::MatrixXd map;
  double squared_condition = 0;
};

Pseudoinverse pseudoinverse(const Eigen::MatrixXd& design) {
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(design, Eigen::ComputeThinU | Eigen::ComputeThinV);
  const Eigen::VectorXd& s = svd.singularValues();
  const double condition = s(0) / s(s.size() - 1);
  return {svd.matrixV() * s.cwiseInverse().asDiagonal() * svd.matrixU().transpose(),
          condition * condition};
}

void expect_each_width(Eigen::Index n, Eigen::Index most) {
  Stream random({.suite_seed = 1, .claim = "ridgeless-sweep"});
  const Eigen::MatrixXd design = gaussian_design(n, most, 1, random);
  const Eigen::VectorXd target = gaussian_design(most, 1, 1, random);
  const RidgelessSweep sweep = ridgeless_sweep(design, target);
  ASSERT_EQ(sweep.noise.size(), most);
  for (Eigen::Index p = 1; p <= most; ++p) {
    const auto [map, squared_condition] = pseudoinverse(design.leftCols(p));
    Eigen::VectorXd error = -target;
    const Eigen::VectorXd solution = map * (design * target);
    error.head(p) += solution;
    const double tolerance = 1000 * epsilon * squared_condition;
    EXPECT_NEAR(sweep.noise(p - 1), map.squaredNorm(), tolerance * map.squaredNorm()) << p;
    const double size = target.squaredNorm() + solution.squaredNorm();
    EXPECT_NEAR(sweep.norm_squared(p - 1), solution.squaredNorm(), tolerance * size) << p;
    EXPECT_NEAR(sweep.bias(p - 1), error.squaredNorm(), tolerance * size) << p;
  }
}

TEST(RidgelessSweep, IsThePseudoinverseOfEachWidth) {
  expect_each_width(1, 3);
  expect_each_width(12, 12);
  expect_each_width(20, 50);
}

TEST(RidgelessSweep, RefusesWhatHasNoSolutionOfEachWidth) {
  const Eigen::VectorXd target = Eigen::VectorXd::Ones(3);
  EXPECT_THROW(ridgeless_sweep(Eigen::MatrixXd::Ones(4, 3), target), std::invalid_argument);
  EXPECT_THROW(ridgeless_sweep(Eigen::MatrixXd::Ones(2, 4), target), std::invalid_argument);
  EXPECT_THROW(ridgeless_sweep(Eigen::MatrixXd::Ones(2, 3), target), std::domain_error);
}

}  // namespace
}  // namespace asymptest::learning::ridgeless_sweep_test
