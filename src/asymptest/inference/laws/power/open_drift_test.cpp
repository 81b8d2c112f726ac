#include "asymptest/inference/laws/power/open_drift.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace asymptest::open_drift_test {
namespace {

// The local exponent of a law measured to a part in a thousand, against n^-1 within 0.1.
std::optional<Drift> drift_against_minus_one(const std::function<double(double)>& law_of_size) {
  const Prediction prediction = theta({{"n", -1}});
  const PowerLaw& law = std::get<PowerLaw>(prediction.kind());
  Statistics statistics;
  PowerLawFit fit;
  for (double n = 16; n <= 2048; n *= 2) {
    statistics.points.push_back({.at = Point{{"n", n}},
                                 .trials = 100,
                                 .log_value = std::log(law_of_size(n)),
                                 .error = 1e-3});
    fit.fitted.push_back(std::log(law_of_size(n)));
  }
  const double last = (fit.fitted.back() - fit.fitted[6]) / std::log(2);
  fit.exponents = {{last, {last - 0.01, last + 0.01}, {last - 0.02, last + 0.02}}};
  return open_drift(law, statistics, fit,
                    band_of(law, law.factors.front(), 0.1, Towards::infinity));
}

TEST(OpenDrift, IsThatOfASlopeStillOnItsWayToTheBand) {
  const auto drift = drift_against_minus_one([](double n) { return 1 / (n + 2000); });
  ASSERT_TRUE(drift);
  EXPECT_LT(drift->rate, 0);
  EXPECT_THAT(describe(*drift), testing::HasSubstr("pre-asymptotic: the local exponent, -0."));
}

TEST(OpenDrift, IsNoneOfASteadySlopeOrOneThatLeaves) {
  EXPECT_FALSE(drift_against_minus_one([](double n) { return std::pow(n, -0.5); }));
  EXPECT_FALSE(drift_against_minus_one([](double n) { return 1 / n + 0.02; }));
}

}  // namespace
}  // namespace asymptest::open_drift_test
