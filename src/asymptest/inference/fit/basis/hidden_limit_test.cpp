#include "asymptest/inference/fit/basis/hidden_limit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <vector>

namespace asymptest::hidden_limit_test {
namespace {

constexpr double chance = 0.01;
const LikelihoodRatioLimit known{1, 1000};

std::vector<Observation> following(const std::function<double(double)>& law, double error,
                                   double unit = 1) {
  std::vector<Observation> data;
  for (int i = 0; i < 8; ++i) {
    const double x = 16 * std::exp2(i);
    data.push_back({std::log(x * unit), std::log(law(x)), error});
  }
  return data;
}

double power(double x) { return std::pow(x, -0.5); }
// E is half of the rest at the last size, 2048.
double beside_half(double x) { return power(x) + power(2048) / 2; }

TEST(HiddenLimit, IsOpenWhereTheDataFollowALawBesideOne) {
  const auto found = limit_behind_a_power(following(beside_half, 0.05), known, chance);
  ASSERT_TRUE(found);
  EXPECT_GE(found->share, 0.5);
}

TEST(HiddenLimit, IsExcludedByAPureLawThatIsMeasuredWellEnough) {
  EXPECT_FALSE(limit_behind_a_power(following(power, 0.01), known, chance));
}

TEST(HiddenLimit, LeavesAPureLawWhatTheDesignCanNotTell) {
  EXPECT_FALSE(limit_behind_a_power(following(power, 0.3), known, chance));
}

TEST(HiddenLimit, IsNoneOfWhatGrows) {
  const auto grows = [](double x) { return std::sqrt(x) + 10; };
  EXPECT_FALSE(limit_behind_a_power(following(grows, 0.05), known, chance));
}

TEST(HiddenLimit, DoesNotDependOnUnits) {
  const auto in_thousands = [](double x) { return 1000 * beside_half(x); };
  const auto found = limit_behind_a_power(following(in_thousands, 0.05, 1e-6), known, chance);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->share, limit_behind_a_power(following(beside_half, 0.05), known, chance)->share);
}

}  // namespace
}  // namespace asymptest::hidden_limit_test
