#include "asymptest/engine/audit/perturbation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asymptest::perturbation_test {
namespace {

using testing::ElementsAre;

std::vector<std::string> changes_of(const Prediction& prediction) {
  std::vector<std::string> changes;
  for (const Perturbation& one : perturbations_of(prediction)) changes.push_back(one.change);
  return changes;
}

std::vector<double> exponents_of(const Prediction& prediction) {
  std::vector<double> exponents;
  for (const Perturbation& one : perturbations_of(prediction)) {
    exponents.push_back(std::get<PowerLaw>(one.prediction.kind()).factors.front().exponent);
  }
  return exponents;
}

Prediction banded(Prediction law) { return law.within(0.25).because("test"); }

TEST(Perturbation, MovesAnExponentBothWaysByOneAndTwoBands) {
  EXPECT_THAT(exponents_of(banded(theta({{"n", -1}}))), ElementsAre(-1.5, -1.25, -0.75, -0.5));
  EXPECT_THAT(changes_of(banded(theta({{"n", -1}}))),
              ElementsAre("exponent of n - 2 bands", "exponent of n - 1 band",
                          "exponent of n + 1 band", "exponent of n + 2 bands"));
}

TEST(Perturbation, OfABoundAsksForMoreOnly) {
  EXPECT_THAT(exponents_of(banded(at_most({{"n", -1}}))), ElementsAre(-1.5, -1.25));
  EXPECT_THAT(exponents_of(banded(at_least({{"n", -1}}))), ElementsAre(-0.75, -0.5));
  EXPECT_THAT(exponents_of(banded(at_most({{"h", 2}})).towards(Towards::zero)),
              ElementsAre(2.25, 2.5));
}

TEST(Perturbation, KeepsBandAndReason) {
  for (const Perturbation& one : perturbations_of(banded(decays("t", 2)))) {
    EXPECT_EQ(one.prediction.band(), 0.25);
    EXPECT_EQ(one.prediction.reason(), "test");
  }
}

TEST(Perturbation, RaisesARateAndScalesACurve) {
  const auto rates = perturbations_of(banded(decays("t", 2)));
  ASSERT_EQ(rates.size(), 2U);
  EXPECT_EQ(std::get<ExponentialDecay>(rates[1].prediction.kind()).rate, 3);
  const auto values = perturbations_of(banded(equals([](const Point& at) { return at["n"]; })));
  ASSERT_EQ(values.size(), 5U);
  const Point at({{"n", 10}});
  EXPECT_EQ(std::get<ValueLaw>(values[0].prediction.kind()).curve(at), 5);
  EXPECT_DOUBLE_EQ(std::get<ValueLaw>(values[4].prediction.kind()).curve(at), 11);
}

TEST(Perturbation, TightensTheBoundsThatHaveAScale) {
  const auto bounds = perturbations_of(banded(always_at_most(10)));
  ASSERT_EQ(bounds.size(), 2U);
  EXPECT_EQ(std::get<Inequality>(bounds[0].prediction.kind()).upper, 9);
  EXPECT_EQ(std::get<Inequality>(bounds[1].prediction.kind()).upper, 5);
  const auto below = perturbations_of(banded(always_at_least(-10)));
  EXPECT_EQ(std::get<Inequality>(below[1].prediction.kind()).lower, -5);
  EXPECT_TRUE(perturbations_of(banded(always_at_most(0, 1e-6))).empty());
}

TEST(Perturbation, TurnsAndMovesAShape) {
  const auto shape = [](Shape s) { return banded(has_shape(std::move(s))); };
  EXPECT_THAT(changes_of(shape({.kind = Shape::Kind::peak, .axis = "p", .location = 100})),
              ElementsAre("valley", "place - 2 bands", "place + 2 bands"));
  EXPECT_THAT(changes_of(shape({.kind = Shape::Kind::increasing, .axis = "p"})),
              ElementsAre("decreasing"));
  EXPECT_THAT(changes_of(shape({.kind = Shape::Kind::descents, .axis = "p", .count = 1})),
              ElementsAre("one descent more"));
}

}  // namespace
}  // namespace asymptest::perturbation_test
