#include "asymptest/inference/fit/separable/sum_profile.hpp"

#include <gtest/gtest.h>

#include <Eigen/LU>
#include <Eigen/QR>
#include <cmath>

namespace asymptest::sum_profile_test {
namespace {

constexpr double rounding = 1e-8;

Statistics irregular() {
  Statistics statistics{{}, true, 50};
  for (int i = 0; i < 5; ++i) {
    for (int j = 0; j < 5; ++j) {
      const double x = std::exp2(i), y = std::pow(3, j);
      const double value = 2 + 1 / x + 3 / std::sqrt(y) + 0.1 * std::cos(7 * i + 3 * j);
      statistics.points.push_back(
          {Point{{"x", x}, {"y", y}}, 3, std::log(value), 0.01 * (1 + (i + j) % 3)});
    }
  }
  return statistics;
}

SumProfile profile_of(const Statistics& data, bool with_constant) {
  const auto towards = Towards::infinity;
  return {data,
          {regressor({.name = "x", .exponent = -1, .towards = towards}, data),
           regressor({.name = "y", .exponent = -0.5, .towards = towards}, data)},
          with_constant};
}

// The same least squares by a QR decomposition, which eliminates nothing by
// hand.
struct Oracle {
  double misfit = 0, constant = 0, variance = 0;
};
Oracle oracle(const Statistics& data, double a, double b, bool with_constant) {
  const auto n = static_cast<Eigen::Index>(data.points.size());
  Eigen::MatrixXd design(n, with_constant ? 3 : 2);
  Eigen::VectorXd target(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const PointStatistic& p = data.points[static_cast<std::size_t>(i)];
    const double value = std::exp(p.log_value), weight = 1 / (p.error * value);
    design(i, 0) = weight * std::pow(p.at["x"], a);
    design(i, 1) = weight * std::pow(p.at["y"], b);
    if (with_constant) design(i, 2) = weight;
    target[i] = weight * value;
  }
  const Eigen::VectorXd c = design.colPivHouseholderQr().solve(target);
  const Eigen::MatrixXd covariance = (design.transpose() * design).inverse();
  return {(design * c - target).squaredNorm(), with_constant ? c[2] : 0,
          with_constant ? covariance(2, 2) : 0};
}

TEST(SumProfile, IsTheLeastSquaresOfTheSum) {
  const Statistics data = irregular();
  for (const bool with_constant : {false, true}) {
    const SumProfile sum = profile_of(data, with_constant);
    for (const double a : {-1.3, -0.4, 0.7}) {
      const double first = a * sum.range(0), second = -0.6 * sum.range(1);
      const Oracle expected = oracle(data, a, -0.6, with_constant);
      EXPECT_NEAR(sum.misfit(sum.ray(0, first), sum.ray(1, second)) / expected.misfit, 1, rounding);
      const SumFit fit = sum.fit(first, second);
      EXPECT_NEAR(fit.misfit / expected.misfit, 1, rounding);
      EXPECT_NEAR(fit.constant, expected.constant, rounding);
      if (!with_constant) continue;
      EXPECT_NEAR(fit.constant_variance / expected.variance, 1, rounding);
    }
  }
}

TEST(SumProfile, PassesSmoothlyThroughAnExponentOfZero) {
  const SumProfile sum = profile_of(irregular(), true);
  const auto misfit = [&](double a) { return sum.misfit(sum.ray(0, a), sum.ray(1, -1)); };
  // The mean of the neighbours differs by step² times a curvature of order one, and by what
  // rounding leaves of (x^a − 1)/a there: a unit in the last place over the step.
  constexpr double step = 1e-5, smooth = 1e-6;
  EXPECT_NEAR(misfit(0) / ((misfit(step) + misfit(-step)) / 2), 1, smooth);
}

}  // namespace
}  // namespace asymptest::sum_profile_test
