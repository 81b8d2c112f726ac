#include "asymptest/inference/intervals/quantiles.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace asymptest::quantiles_test {
namespace {

// Tables print so many digits.
constexpr double table_digits = 5e-6;

TEST(TwoSidedQuantile, AgreesWithTables) {
  EXPECT_NEAR(two_sided_quantile(0.05, 10), 2.228139, table_digits);
  EXPECT_NEAR(two_sided_quantile(0.01, 4), 4.604095, table_digits);
  EXPECT_NEAR(two_sided_quantile(0.05, infinity), 1.959964, table_digits);
  EXPECT_NEAR(two_sided_quantile(1e-5, infinity), 4.417173, table_digits);
}

TEST(Quantiles, AreTheSameHoweverManyWereAskedForBefore) {
  const double once = two_sided_quantile(0.01, 7);
  for (int degrees = 1; degrees < 3000; ++degrees) two_sided_quantile(0.02, degrees);
  EXPECT_EQ(two_sided_quantile(0.01, 7), once);
  EXPECT_EQ(two_sided_quantile(0.01, 7), once);
}

TEST(NormalQuantile, AgreesWithTablesAndIsTheInverseOfTheChanceBelow) {
  EXPECT_NEAR(normal_quantile(0.025), 1.959964, table_digits);
  for (const double tail : {0.4, 1e-3, 1e-12}) {
    constexpr double inverted = 1e-12;  // relative: z ε of the exponent, for both functions
    EXPECT_NEAR(normal_chance_below(-normal_quantile(tail)), tail, inverted * tail);
  }
  EXPECT_THROW(normal_quantile(0.5), std::invalid_argument);
}

TEST(TwoSidedQuantile, HasNoJumpWhereTheNormalLawTakesOver) {
  // Student's quantile exceeds the normal one by (z^3 + z) / (4·degrees) to first order: a jump of
  // twice that would be an error of one of the two laws.
  const double z = two_sided_quantile(1e-6, infinity);
  const double student_excess = (z * z * z + z) / 4e8;
  EXPECT_NEAR(two_sided_quantile(1e-6, 0.99e8), two_sided_quantile(1e-6, 1.01e8),
              2 * student_excess);
}

TEST(TwoSidedQuantile, IsTheTangentOfTheTailForOneDegree) {
  // Student's law with one degree is Cauchy's: P(|T| > x) = 1 − (2/π)·arctan x.
  constexpr double chance = 1e-6;
  const double expected = 1 / std::tan(chance * std::acos(-1.0) / 2);
  EXPECT_NEAR(two_sided_quantile(chance, 1) / expected, 1, table_digits);
}

TEST(ChiSquaredTail, IsExponentialForTwoDegrees) {
  for (const double x : {0.1, 1.0, 30.0}) {
    EXPECT_NEAR(chi_squared_tail(x, 2) / std::exp(-x / 2), 1, table_digits);
  }
  EXPECT_EQ(chi_squared_tail(infinity, 3), 0);
}

TEST(FisherQuantile, InvertsTheTail) {
  for (const double parameters : {1.0, 2.0, 3.0}) {
    for (const double degrees : {1.5, 12.0, 1e6}) {
      for (const double chance : {0.5, 1e-4}) {
        const double quantile = fisher_quantile(chance, parameters, degrees);
        EXPECT_NEAR(fisher_tail(quantile, parameters, degrees) / chance, 1, table_digits)
            << parameters << " " << degrees << " " << chance;
      }
    }
  }
  EXPECT_NEAR(fisher_quantile(0.05, 3, infinity), 7.814728 / 3, table_digits);
}

TEST(ClopperPearson, HasItsClosedFormAtNoEventsAndAtAll) {
  constexpr std::int64_t n = 100;
  const ChanceInterval none = clopper_pearson(0, n, 0.98), all = clopper_pearson(n, n, 0.98);
  EXPECT_EQ(none.lower, 0);
  EXPECT_NEAR(none.upper, 1 - std::pow(0.01, 1.0 / n), table_digits);
  EXPECT_EQ(all.upper, 1);
  EXPECT_NEAR(all.lower, std::pow(0.01, 1.0 / n), table_digits);
}

TEST(ClopperPearson, MissesAsOftenAsItSaysOnEachSide) {
  // At the bounds of k events, P(X >= k) and P(X <= k) are half the missing confidence: summed
  // here.
  const ChanceInterval i = clopper_pearson(3, 20, 0.95);
  const auto at_most = [](int k, double p) {
    double sum = 0, term = std::pow(1 - p, 20);
    for (int j = 0; j <= k; ++j) {
      sum += term;
      term *= (20.0 - j) / (j + 1.0) * p / (1 - p);
    }
    return sum;
  };
  EXPECT_NEAR(at_most(3, i.upper), 0.025, table_digits);
  EXPECT_NEAR(1 - at_most(2, i.lower), 0.025, table_digits);
}

TEST(Quantiles, NameTheArgumentThatMeansNothing) {
  EXPECT_THROW(two_sided_quantile(0, 3), std::invalid_argument);
  EXPECT_THROW(two_sided_quantile(0.1, 0), std::invalid_argument);
  EXPECT_THROW(fisher_quantile(1, 3, 3), std::invalid_argument);
  EXPECT_THROW(clopper_pearson(3, 2, 0.9), std::invalid_argument);
  EXPECT_THROW(clopper_pearson(0, 0, 0.9), std::invalid_argument);
  EXPECT_THROW(clopper_pearson(0, 5, 1), std::invalid_argument);
}

TEST(MedianRank, IsTheLargestWhoseBinomialTailIsSmallEnough) {
  // Summed coin by coin: P(fewer than r of n heads).
  const auto fewer_than = [](std::int64_t r, std::int64_t n) {
    double sum = 0, term = std::exp2(-static_cast<double>(n));
    for (std::int64_t k = 0; k < r; ++k) {
      sum += term;
      term *= static_cast<double>(n - k) / static_cast<double>(k + 1);
    }
    return sum;
  };
  for (const std::int64_t trials : {1, 2, 8, 9, 64, 500}) {
    for (const double tail : {0.25, 0.025, 5e-5}) {
      const std::int64_t rank = median_rank(trials, tail);
      EXPECT_LE(fewer_than(rank, trials), tail) << trials << ' ' << tail;
      EXPECT_GT(fewer_than(rank + 1, trials), tail) << trials << ' ' << tail;
    }
  }
  EXPECT_THROW(median_rank(0, 0.1), std::invalid_argument);
  EXPECT_THROW(median_rank(5, 0), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::quantiles_test
