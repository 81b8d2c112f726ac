#include "asymptest/check/rows/bounded_median.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "asymptest/check/check_prediction.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/testing/example_request.hpp"

namespace asymptest::cli::bounded_median_test {
namespace {

using testing::HasSubstr;

constexpr double unbounded = std::numeric_limits<double>::infinity();
using enum Censoring;

// Eight trials at one size: the median's error is that of the second and the seventh of them.
struct Point8 {
  std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8};
  std::vector<Censoring> censoring = std::vector<Censoring>(8, none);
};

std::vector<double> settled(const Point8& point, const std::string& law = "theta N^-0.5") {
  CheckRequest request = valid_request;
  request.law = law;
  std::vector<PointTrials> trials{{Point({{"N", 64}}), point.values}};
  settle_bounds(request, prediction_of(request), {point.censoring}, trials);
  return trials.front().values;
}

std::string refusal(const Point8& point, const std::string& law = "theta N^-0.5") {
  try {
    settled(point, law);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(BoundedMedian, BoundsBeyondWhatTheMedianLooksAtAreCarried) {
  Point8 point;
  point.censoring.back() = above;
  EXPECT_EQ(settled(point), point.values);
  point.values.back() = unbounded;  // a time-out
  EXPECT_EQ(settled(point).back(), 7);
  point.censoring.front() = below;
  EXPECT_EQ(settled(point).front(), 1);
}

TEST(BoundedMedian, BoundsThatLeaveTheMedianOrItsErrorOpenAreRefused) {
  Point8 point;
  point.values = {1, 2, 3, 4, 5, 6, 60, 60};
  point.censoring[6] = point.censoring[7] = above;
  EXPECT_EQ(refusal(point),
            "runs.csv: 2 of the 8 values of column 'loss' at N=64 are bounds, which leave the "
            "median or its error open, expected fewer, more trials, or that size left out (--from, "
            "--up-to)");
  point = {};
  point.censoring.front() = above;  // more than 1: it may be anywhere
  EXPECT_NE(refusal(point), "accepted");
}

TEST(BoundedMedian, BoundsAreOfPowerLawsAlone) {
  Point8 point;
  point.censoring.back() = above;
  EXPECT_THAT(refusal(point, "increasing N"),
              HasSubstr("holds bounds, which the median of a power"));
}

}  // namespace
}  // namespace asymptest::cli::bounded_median_test
