#include "neighbour_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "two_squares.hpp"
#include "verify/shared/trial_mean.hpp"

namespace asymptest::real_data::neighbour_trials_test {
namespace {

constexpr double standard_errors = 5;

TEST(SingularWeights, AverageTheNoiseThatOneNeighbourTakesOver) {
  const TwoSquares data;
  const double q = 0.4;
  const auto [mean, error] = trial_mean_and_error("weights-test", advantage_of_singular_weights,
                                                  Point{{"n", 512}, {"q", q}}, 16);
  // One neighbour errs on q/2; a vote on less, and no less than nothing.
  EXPECT_GT(mean, 0);
  EXPECT_LT(mean, q / 2 + standard_errors * error);
}

TEST(SingularWeights, DoNoBetterOnCoins) {
  const TwoSquares data;
  const auto [mean, error] =
      trial_mean_and_error("weights-test", advantage_on_coins, Point{{"n", 128}, {"q", 0.4}}, 64);
  EXPECT_NEAR(mean, 0, standard_errors * error);
}

TEST(DimensionOfData, IsThatOfTheSquares) {
  const TwoSquares data;
  const auto [mean, error] =
      trial_mean_and_error("dimension-test", dimension_of_data, Point{{"n", 1024}, {"k", 8}}, 8);
  // A neighbourhood at an edge has half a disc, of the same exponent but fewer near pairs: the bias
  // is of the order of the share √(k/n) of points there.
  EXPECT_NEAR(mean, 2, standard_errors * error + 2 * std::sqrt(8 / 1024.0));
}

TEST(ExponentTimesDimension, IsOneOnSquaresAndOnASegment) {
  const TwoSquares data;
  const auto [of_squares, error] =
      trial_mean_and_error("loop-test", exponent_times_dimension_of_data, Point{{"n", 512}}, 32);
  // Of 64 samples of two squares a share of the order of their root's inverse is at an edge.
  EXPECT_NEAR(of_squares, 1, standard_errors * error + 1 / std::sqrt(64.0));
  const auto [of_segment, error_of_segment] =
      trial_mean_and_error("loop-test", exponent_times_dimension_of_segment, Point{{"n", 512}}, 32);
  EXPECT_NEAR(of_segment, 1, standard_errors * error_of_segment + 0.05);  // ends of the segment
}

TEST(DimensionOfSegments, IsOneWhereTheyHaveEnoughPoints) {
  const TwoSquares data;
  const auto [mean, error] = trial_mean_and_error("dimension-test", dimension_of_segments,
                                                  Point{{"n", 2048}, {"k", 4}}, 8);
  EXPECT_NEAR(mean, 1, 0.3 + standard_errors * error);  // the segments cross
}

}  // namespace
}  // namespace asymptest::real_data::neighbour_trials_test
