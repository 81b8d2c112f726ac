#include "hausdorff_trials.hpp"

#include <gtest/gtest.h>

#include "learning/fractals/power_set_covering.hpp"

namespace asymptest::covering::hausdorff_trials_test {
namespace {

TEST(HausdorffTrials, CoverThePowersAtBest) {
  Stream random({1, "hausdorff-trials-test", "", 1});
  EXPECT_EQ(best_cover_of_powers(1)({{"N", 2}}, random), learning::power_set_covering_radius(1, 2));
}

}  // namespace
}  // namespace asymptest::covering::hausdorff_trials_test
