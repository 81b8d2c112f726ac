#include "cart_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

#include "learning/geometry/torus.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::scaling::cart_trials_test {
namespace {

constexpr double standard_errors = 5;

void expect_mean(const Trial& trial, double samples, double expected, double within = 0) {
  const auto [mean, error] =
      trial_mean_and_error("cart-trials-test", trial, {{"N", samples}}, 4000);
  EXPECT_NEAR(mean, expected, standard_errors * std::hypot(error, within));
}

TEST(CartError, OfOneSampleIsThatOfAConstant) {
  // Twice the variance of the label, and the noise; the chance to be on the other side.
  expect_mean(cart_error(3, Labels::sum), 1, 3.0 / 6);
  expect_mean(cart_error(3, Labels::first), 1, 1.0 / 6);
  expect_mean(cart_error(2, Labels::sum, 2), 1, 2.0 / 6 + 2);
  for (const int d : {1, 2, 3}) expect_mean(cart_error(d, Labels::above_mean), 1, 0.5);
}

TEST(CartError, OnALineIsAMomentOfTheGaps) {
  // Each inner gap g is parted in the middle, g³/12, the outer ones are not, g³/3: N − 1 and 2 gaps
  // with E g³ = 6/((N + 1)(N + 2)(N + 3)).
  const double n = 30;
  const double third = 6 / ((n + 1) * (n + 2) * (n + 3));
  expect_mean(cart_error(1, Labels::sum), n, (n - 1) * third / 12 + 2 * third / 3);
}

/// The other axes tell nothing: two samples part along each as well, and the first is taken.
TEST(CartError, OnOneSlopeIsThatOfALineHoweverCloseTheLabels) {
  const double n = 4096;
  const double third = 6 / ((n + 1) * (n + 2) * (n + 3));
  const auto [mean, error] =
      trial_mean_and_error("cart-trials-test", cart_error(3, Labels::first), {{"N", n}}, 16);
  EXPECT_NEAR(mean, (n - 1) * third / 12 + 2 * third / 3, standard_errors * error);
}

/// Another tree: it knows no more than the samples of the box around one fresh point.
double error_at_a_point(Eigen::Index d, Labels kind, const Point& at, Stream& random) {
  const Eigen::MatrixXd samples = learning::uniform_torus_points(d, at.count("N"), random);
  const Eigen::VectorXd x = learning::uniform_torus_points(d, 1, random);
  const auto label = [&](const Eigen::VectorXd& p) {
    if (kind == Labels::first) return p[0];
    if (kind == Labels::sum) return p.sum();
    return p.sum() > static_cast<double>(d) / 2 ? 1.0 : 0.0;
  };
  std::vector<Eigen::VectorXd> inside;
  for (const auto column : samples.colwise()) inside.emplace_back(column);
  const auto squares_about_mean = [&](const std::vector<Eigen::VectorXd>& some) {
    double sum = 0, squares = 0;
    for (const auto& p : some) sum += label(p), squares += label(p) * label(p);
    return squares - sum * sum / static_cast<double>(some.size());
  };
  while (squares_about_mean(inside) > 1e-13) {
    double least = 1e9;
    std::vector<Eigen::VectorXd> next;
    for (Eigen::Index axis = 0; axis < d; ++axis) {
      for (const auto& at_split : inside) {
        std::vector<Eigen::VectorXd> left, right;
        double above = 2;
        for (const auto& p : inside) {
          (p[axis] <= at_split[axis] ? left : right).push_back(p);
          if (p[axis] > at_split[axis]) above = std::min(above, p[axis]);
        }
        if (right.empty()) continue;
        const double rest = squares_about_mean(left) + squares_about_mean(right);
        if (rest < least - 1e-12) {
          least = rest;
          next = x[axis] <= (at_split[axis] + above) / 2 ? left : right;
        }
      }
    }
    inside = next;
  }
  return std::pow(label(inside.front()) - label(x), 2);
}

TEST(CartError, IsThatAtAPointByAnotherTree) {
  for (const Eigen::Index d : {2, 3}) {
    for (const Labels kind : {Labels::sum, Labels::first, Labels::above_mean}) {
      const auto [square, error] = trial_mean_and_error(
          "by-another-tree",
          [=](const Point& at, Stream& random) { return error_at_a_point(d, kind, at, random); },
          {{"N", 12}}, 2000);
      expect_mean(cart_error(static_cast<int>(d), kind), 12, square, error);
    }
  }
}

TEST(CartError, RefusesOtherDimensions) {
  EXPECT_THROW(cart_error(4, Labels::sum), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::scaling::cart_trials_test
