#include "tree_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "learning/geometry/torus.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::tree_trials_test {
namespace {

constexpr double standard_errors = 5;

void expect_mean(const Trial& trial, double samples, double expected, double within = 0) {
  const auto [mean, error] =
      trial_mean_and_error("tree-trials-test", trial, {{"N", samples}}, 4000);
  EXPECT_NEAR(mean, expected, standard_errors * std::hypot(error, within));
}

TEST(TreeError, OfOneSampleIsThatOfAConstant) {
  for (const SplitAxis axis : {SplitAxis::drawn, SplitAxis::in_turn, SplitAxis::longest}) {
    expect_mean(tree_error(3, axis), 1, 3.0 / 6);
    expect_mean(tree_error_of_a_step(3, axis), 1, 1.0 / 3);
  }
}

TEST(TreeError, OnALineIsAMomentOfTheGaps) {
  // A gap g has the label of one of its ends: g²/3 over it, and N + 1 gaps with
  // E g³ = 6/((N + 1)(N + 2)(N + 3)); of a step g/2, and E g² = 2/((N + 1)(N + 2)).
  const double n = 30;
  expect_mean(tree_error(1, SplitAxis::drawn), n, 2 / ((n + 2) * (n + 3)));
  expect_mean(tree_error_of_a_step(1, SplitAxis::longest), n, 1 / (n + 2));
}

/// The error at one fresh point: each sample that falls into its cell splits it.
Trial on_the_way_to_a_point(SplitAxis rule, double power) {
  return [=](const Point& at, Stream& random) {
    constexpr Eigen::Index d = 2;
    const Eigen::MatrixXd samples = learning::uniform_torus_points(d, at.count("N"), random);
    const Eigen::ArrayXd x = learning::uniform_torus_points(d, 1, random).col(0).array();
    Eigen::ArrayXd lower = Eigen::ArrayXd::Zero(d), upper = Eigen::ArrayXd::Ones(d), label;
    Eigen::Index depth = 0;
    for (const auto column : samples.colwise()) {
      const Eigen::ArrayXd sample = column.array();
      if ((sample < lower).any() || (sample > upper).any()) continue;
      label = sample;
      Eigen::Index axis = depth++ % d;
      if (rule == SplitAxis::drawn) axis = random.uniform() < 0.5 ? 0 : 1;
      if (rule == SplitAxis::longest) axis = upper[0] - lower[0] >= upper[1] - lower[1] ? 0 : 1;
      (x[axis] < sample[axis] ? upper : lower)[axis] = sample[axis];
    }
    return (x - label).abs().pow(power).sum();
  };
}

TEST(TreeError, IsThatAtAPointWhoseCellIsSplit) {
  for (const SplitAxis axis : {SplitAxis::drawn, SplitAxis::in_turn, SplitAxis::longest}) {
    const auto [square, error] =
        trial_mean_and_error("on-the-way", on_the_way_to_a_point(axis, 2), {{"N", 12}}, 20000);
    expect_mean(tree_error(2, axis), 12, square, error);
    const auto [distance, its_error] =
        trial_mean_and_error("on-the-way", on_the_way_to_a_point(axis, 1), {{"N", 12}}, 20000);
    expect_mean(tree_error_of_a_step(2, axis), 12, distance / 2, its_error / 2);
  }
}

}  // namespace
}  // namespace asymptest::scaling::tree_trials_test
