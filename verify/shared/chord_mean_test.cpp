#include "chord_mean.hpp"

#include <gtest/gtest.h>

namespace asymptest::chord_mean_test {
namespace {

TEST(MeanOverChords, HasTheMomentsOfTheChord) {
  constexpr double rounding = 1e-13;  // of thirty terms near 1
  EXPECT_NEAR(mean_over_chords([](double) { return 1.0; }), 1, rounding);
  EXPECT_NEAR(mean_over_chords([](double r) { return r; }), 4 / std::numbers::pi, rounding);
  EXPECT_NEAR(mean_over_chords([](double r) { return r * r; }), 2, rounding);
}

}  // namespace
}  // namespace asymptest::chord_mean_test
