#include "learning/dimension/dimension_estimates.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <numbers>
#include <string>

#include "asymptest/random/stream.hpp"
#include "learning/dimension/sphere_likelihood_law.hpp"

namespace asymptest::learning::dimension_estimates_test {
namespace {

constexpr int replicates = 40;
/// Intervals of a coverage of 90 % hold the truth less often with a chance of 0.0004 (binomial).
constexpr int fewest_hits = 29;

/// How many of the replicates' intervals hold the dimension, of each method at k = 5.
template <class Draw>
std::map<std::string, int> hits_at_five(int dimension, Draw draw) {
  std::map<std::string, int> hits;
  for (int replicate = 0; replicate < replicates; ++replicate) {
    Stream random({1, "dimension-estimates-test", std::to_string(dimension),
                   static_cast<std::uint64_t>(replicate)});
    for (const auto& one : dimension_estimates(draw(random), std::array{5}, 1)) {
      const auto& [value, lower, upper] = one.interval;
      hits[one.method] += lower <= dimension && dimension <= upper ? 1 : 0;
    }
  }
  return hits;
}

void expect_coverage(const std::map<std::string, int>& hits, int dimension) {
  EXPECT_EQ(hits.size(), 4);
  for (const auto& [method, count] : hits) EXPECT_GE(count, fewest_hits) << method << dimension;
}

TEST(DimensionEstimates, HaveIntervalsThatHoldTheDimensionOfSpheres) {
  for (const int d : {1, 2}) {
    expect_coverage(
        hits_at_five(d, [d](Stream& random) { return uniform_sphere_points(d, 500, random); }), d);
  }
}

TEST(DimensionEstimates, HaveIntervalsThatHoldTheDimensionOfTori) {
  for (const int d : {1, 2}) {
    expect_coverage(hits_at_five(d,
                                 [d](Stream& random) {
                                   Eigen::MatrixXd angles(d, 500);
                                   for (double& angle : angles.reshaped()) {
                                     angle = random.uniform(0, 2 * std::numbers::pi);
                                   }
                                   Eigen::MatrixXd points(2 * d, 500);
                                   points << angles.array().cos(), angles.array().sin();
                                   return points;
                                 }),
                    d);
  }
}

}  // namespace
}  // namespace asymptest::learning::dimension_estimates_test
