#include "learning/interpolation/smooth_size.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::learning::smooth_size_test {
namespace {

Stream stream(std::uint64_t trial) {
  return Stream({.suite_seed = 1, .claim = "smooth-size", .point = "", .trial = trial});
}

/// By trying every p in turn, with a solver of another kind.
Eigen::Index scanned(const Eigen::MatrixXd& design, const Eigen::VectorXd& labels, double bound) {
  Eigen::Index columns = design.rows();
  while (min_norm_solution(design.leftCols(columns), labels).squaredNorm() > bound) ++columns;
  return columns;
}

TEST(LeastSmoothColumns, AreWhatAScanFinds) {
  for (std::uint64_t trial = 0; trial < 20; ++trial) {
    Stream random = stream(trial);
    const Eigen::MatrixXd design = gaussian_design(5, 60, 1.0 / 60, random);
    const Eigen::VectorXd labels = gaussian_design(5, 1, 1, random);
    const double bound = 20 * labels.squaredNorm() / 5;
    EXPECT_EQ(least_smooth_columns(design, labels, bound), scanned(design, labels, bound));
  }
}

TEST(LeastSmoothColumns, HaveTheMeanOfAFirstPassage) {
  constexpr int trials = 4096, samples = 3, dimension = 100;
  constexpr double squared_lipschitz = 12;  // c = 25
  double sum = 0;
  for (std::uint64_t trial = 0; trial < trials; ++trial) {
    Stream random = stream(1000 + trial);
    const Eigen::MatrixXd design = gaussian_design(samples, dimension, 1.0 / dimension, random);
    sum += static_cast<double>(
        least_smooth_columns(design, Eigen::VectorXd::Ones(samples), squared_lipschitz));
  }
  // The first passage over c has the standard deviation √(2c): five standard errors.
  EXPECT_NEAR(sum / trials, mean_smooth_columns_law(samples, dimension, squared_lipschitz),
              5 * std::sqrt(2 * 25.0 / trials));
}

TEST(LeastSmoothColumns, RefuseWhatTheyCannotReach) {
  Stream random = stream(1);
  const Eigen::MatrixXd design = gaussian_design(3, 9, 1, random);
  EXPECT_THAT([&] { least_smooth_columns(design, Eigen::VectorXd::Ones(3), 1e-6); },
              testing::ThrowsMessage<std::domain_error>(testing::HasSubstr("all 9 columns")));
  EXPECT_THAT([&] { least_smooth_columns(design, Eigen::VectorXd::Ones(2), 1); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("2 labels")));
}

}  // namespace
}  // namespace asymptest::learning::smooth_size_test
