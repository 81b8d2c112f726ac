#include "asymptest/inference/correction/nonnegative_least_squares.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::nonnegative_least_squares_test {
namespace {

// The optimality conditions are solved in double precision for numbers of order 1.
constexpr double rounding = 1e-9;

std::vector<double> normals(std::size_t count, Stream& random) {
  std::vector<double> values(count);
  random.fill_normal(values);
  return values;
}

// Half the derivative of the squared distance by a ray's weight.
double slope(const std::vector<double>& rays, const std::vector<double>& target,
             const NonnegativeFit& fit, std::size_t ray) {
  const std::size_t n = target.size();
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    double residual = -target[i];
    for (std::size_t k = 0; k < rays.size() / n; ++k) residual += fit.weights[k] * rays[k * n + i];
    sum += residual * rays[ray * n + i];
  }
  return sum;
}

TEST(NonnegativeFit, MeetsTheConditionsOfKuhnAndTucker) {
  constexpr std::size_t n = 6;
  Stream random({1, "cone-fit-test", "", 0});
  for (int repetition = 0; repetition < 300; ++repetition) {
    const std::size_t count = 1 + repetition % most_rays;
    const auto rays = normals(count * n, random), target = normals(n, random);
    const NonnegativeFit fit = nonnegative_least_squares(rays, target);
    for (std::size_t k = 0; k < count; ++k) {
      EXPECT_GE(fit.weights[k], 0);
      EXPECT_GE(slope(rays, target, fit, k), -rounding) << "a larger weight would fit better";
      if (fit.weights[k] > 0) {
        EXPECT_NEAR(slope(rays, target, fit, k), 0, rounding);
      }
    }
  }
}

TEST(NonnegativeFit, FindsACombinationThatLiesInTheConeExactly) {
  constexpr std::size_t n = 8;
  Stream random({2, "cone-fit-test", "", 0});
  const auto rays = normals(3 * n, random);
  std::vector<double> target(n);
  for (std::size_t i = 0; i < n; ++i) {
    target[i] = 0.5 * rays[i] + 2 * rays[n + i] + 0.25 * rays[2 * n + i];
  }
  const NonnegativeFit fit = nonnegative_least_squares(rays, target);
  EXPECT_NEAR(fit.weights[0], 0.5, rounding);
  EXPECT_NEAR(fit.weights[1], 2, rounding);
  EXPECT_NEAR(fit.weights[2], 0.25, rounding);
  EXPECT_LT(fit.misfit, rounding * rounding);
}

TEST(NonnegativeFit, LeavesATargetBehindTheConeAtTheOrigin) {
  const std::vector<double> rays{1, 0, 0, 1}, target{-1, -2};
  const NonnegativeFit fit = nonnegative_least_squares(rays, target);
  EXPECT_EQ(fit.weights[0], 0);
  EXPECT_EQ(fit.weights[1], 0);
  EXPECT_EQ(fit.misfit, 5);
}

TEST(NonnegativeFit, TakesParallelRaysOneAtATime) {
  const std::vector<double> rays{1, 2, 1, 2}, target{1, 2};
  EXPECT_LT(nonnegative_least_squares(rays, target).misfit, rounding * rounding);
}

TEST(NonnegativeFit, RefusesLengthsThatDoNotAgree) {
  const std::vector<double> rays{1, 2, 3}, target{1, 2};
  EXPECT_THROW(nonnegative_least_squares(rays, target), std::invalid_argument);
  EXPECT_THROW(nonnegative_least_squares(rays, {}), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::nonnegative_least_squares_test
