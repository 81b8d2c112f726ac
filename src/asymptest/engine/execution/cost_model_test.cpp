#include "asymptest/engine/execution/cost_model.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "asymptest/testing/example_claim.hpp"

namespace asymptest::cost_model_test {
namespace {

/// Rounding of a few logarithms and exponentials.
constexpr double rounding = 1e-12;

class CostModelTest : public testing::Test {
 protected:
  void stored(double n, double seconds) {
    const Point at{{"n", n}};
    cells_[at.key()].set({.trial = 0, .value = 1, .seconds = seconds});
  }
  [[nodiscard]] std::optional<double> seconds_at(double n) const {
    return CostModel(subject_, cells_).seconds(Point{{"n", n}});
  }

  Claim claim_ = example_claim();
  Subject subject_{&claim_, nullptr};
  SubjectCells cells_;
};

TEST_F(CostModelTest, KnowsNothingBeforeTheFirstTrial) { EXPECT_FALSE(seconds_at(2).has_value()); }

TEST_F(CostModelTest, GivesThePointsOwnMean) {
  stored(2, 0.25);
  stored(4, 5);
  EXPECT_EQ(seconds_at(2), 0.25);
}

TEST_F(CostModelTest, ExtendsAPowerLawExactly) {
  for (const double n : {1.0, 2.0, 4.0}) stored(n, 1e-3 * std::pow(n, 2.5));
  EXPECT_NEAR(*seconds_at(16) / (1e-3 * std::pow(16, 2.5)), 1, rounding);
}

TEST_F(CostModelTest, TakesOneSizeInProportionToTheDeclaredCost) {
  stored(2, 0.5);
  EXPECT_NEAR(*seconds_at(8), 2, rounding);
  claim_.budget.cost = [](const Point& at) { return at["n"] * at["n"]; };
  EXPECT_NEAR(*seconds_at(8), 8, rounding);
}

TEST_F(CostModelTest, NeverExpectsLargerTrialsToBeCheaper) {
  stored(1, 0.5);
  stored(2, 0.25);
  EXPECT_NEAR(*seconds_at(1024), std::sqrt(0.5 * 0.25), rounding);
}

}  // namespace
}  // namespace asymptest::cost_model_test
