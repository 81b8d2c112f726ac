#include "asymptest/inference/fit/basis/growth.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::growth_test {
namespace {

Statistics power(double exponent, bool noise_is_known) {
  Statistics statistics{{}, noise_is_known, 0};
  for (const double x : {16.0, 32.0, 64.0, 128.0}) {
    statistics.points.push_back({Point{{"x", x}}, 20, exponent * std::log(x), 0.04});
  }
  return statistics;
}

Growth of(const Statistics& statistics, bool may_be_cost = true) {
  PowerLaw law = std::get<PowerLaw>(theta({{"x", 1}}).kind());
  law.may_be_cost = may_be_cost;
  return growth_of(law, statistics, regressor(law.factors.front(), statistics));
}

TEST(Growth, OfACostNeedsNoiseAndNearlyALinearRise) {
  EXPECT_EQ(of(power(1, true)), Growth::measured_cost);
  EXPECT_EQ(of(power(1, true), false), Growth::some);
  EXPECT_EQ(of(power(1, false)), Growth::some);
  EXPECT_EQ(of(power(0.7, true)), Growth::some);
  EXPECT_EQ(of(power(-1, true)), Growth::none);
}

TEST(Growth, ADiscrepancyAddsToTheErrorInSquares) {
  EXPECT_DOUBLE_EQ(with_discrepancy(power(1, true), 0.03).points.front().error, 0.05);
}

}  // namespace
}  // namespace asymptest::growth_test
