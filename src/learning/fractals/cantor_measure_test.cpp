#include "learning/fractals/cantor_measure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

namespace asymptest::learning::cantor_measure_test {
namespace {

constexpr double standard_errors = 5;

Stream stream(std::uint64_t trial) {
  return Stream({.suite_seed = 1, .claim = "cantor-measure", .point = "", .trial = trial});
}

/// Each left end of the 2^depth intervals of a level and its mass.
struct Atom {
  double place, mass;
};

std::vector<Atom> atoms_of_level(int depth, double right) {
  std::vector<Atom> atoms{{0, 1}};
  double scale = 1;
  for (int level = 0; level < depth; ++level) {
    scale /= 3;
    std::vector<Atom> next;
    for (const Atom& atom : atoms) {
      next.push_back({atom.place, (1 - right) * atom.mass});
      next.push_back({atom.place + 2 * scale, right * atom.mass});
    }
    atoms = std::move(next);
  }
  return atoms;
}

TEST(CantorAddresses, HaveTheMomentsOfTheirMeasure) {
  constexpr int count = 100000;
  constexpr double right = 0.3;
  Stream random = stream(1);
  double sum = 0, squares = 0;
  for (const CantorAddress address : cantor_addresses(count, right, random)) {
    const double deviation = cantor_point(address) - right;  // E x = p, Var x = p(1 − p)/2
    sum += deviation;
    squares += deviation * deviation;
  }
  const double variance = right * (1 - right) / 2;
  EXPECT_NEAR(sum / count, 0, standard_errors * std::sqrt(variance / count));
  EXPECT_NEAR(squares / count, variance, standard_errors / std::sqrt(4.0 * count));
}

/// Of a point in [0, 1] as a sum of its digits, largest last.
constexpr double rounding_of_a_point = 1e-15;
/// A root of an equation of numbers below 3, bisected to the last places, put into it again.
constexpr double rounding_of_a_root = 1e-12;

TEST(CantorDistance, IsThatOfThePoints) {
  Stream random = stream(2);
  for (int pair = 0; pair < 100; ++pair) {
    const CantorAddress one = random(), other = random();
    EXPECT_NEAR(cantor_distance(one, other), std::abs(cantor_point(one) - cantor_point(other)),
                rounding_of_a_point);
  }
  // 0…01000… and 0…00111…: a gap of 3^−k at level k, and of 3^−64 more where the digits end.
  const CantorAddress right_of_gap = CantorAddress{1} << 20U;
  EXPECT_NEAR(cantor_distance(right_of_gap, right_of_gap - 1) * std::pow(3.0, 44),
              1 + std::pow(3.0, -20), rounding_of_a_point);
  EXPECT_EQ(cantor_distance(5, 5), 0);
}

TEST(CantorPoint, IsTheSumOfItsDigits) {
  EXPECT_DOUBLE_EQ(cantor_point(0x8000000000000000U), 2.0 / 3);
  EXPECT_DOUBLE_EQ(cantor_point(0x5000000000000000U), 2.0 / 9 + 2.0 / 81);
  EXPECT_DOUBLE_EQ(cantor_point(~CantorAddress{0}), 1);
}

TEST(MeanNearestCantorDistance, IsTheSumOverTheAtomsOfALevel) {
  constexpr int depth = 15;  // moves no point by more than 3^−15
  for (const double right : {0.5, 0.318}) {
    for (const std::vector<double>& points :
         {std::vector<double>{0.4}, {1.0 / 9, 0.5, 0.7, 0.9}, {0, 0, 1}}) {
      double sum = 0;
      for (const Atom& atom : atoms_of_level(depth, right)) {
        double least = 1;
        for (const double point : points) least = std::min(least, std::abs(point - atom.place));
        sum += atom.mass * least;
      }
      EXPECT_NEAR(mean_nearest_cantor_distance(points, right), sum, std::pow(3.0, -depth));
    }
  }
}

TEST(NearestCantorDistance, IsTheMinimumThatAScanFinds) {
  Stream random = stream(3);
  std::vector<CantorAddress> samples = cantor_addresses(50, 0.2, random);
  std::sort(samples.begin(), samples.end());
  for (const CantorAddress from : cantor_addresses(100, 0.5, random)) {
    double least = 1;
    for (const CantorAddress sample : samples)
      least = std::min(least, cantor_distance(sample, from));
    EXPECT_EQ(nearest_cantor_distance(samples, from), least);
  }
  EXPECT_THAT([] { nearest_cantor_distance({}, 1); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("no points")));
}

TEST(Exponents, AgreeAtTheUniformMeasureAndPartElsewhere) {
  const double regular = std::log(3.0) / std::log(2.0);
  EXPECT_NEAR(mean_distance_exponent(0.5), regular, rounding_of_a_root);
  EXPECT_NEAR(typical_distance_exponent(0.5), regular, rounding_of_a_root);
  // With weights q and q³ the root is a cubic's: z + z³ = 3 for z = q^(1−β).
  const double q = weight_with_power(3), beta = mean_distance_exponent(q);
  EXPECT_NEAR(q + q * q * q, 1, rounding_of_a_root);
  const double z = std::pow(q, 1 - beta);
  EXPECT_NEAR(z + z * z * z, 3, rounding_of_a_root);
  EXPECT_LT(beta, regular);
  EXPECT_GT(typical_distance_exponent(q), regular);
}

TEST(CantorMeasure, RefusesWhatIsNoWeight) {
  Stream random = stream(4);
  EXPECT_THAT([&] { cantor_addresses(1, 1, random); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("the weight is 1")));
  EXPECT_THAT([] { weight_with_power(0); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("the power is 0")));
}

}  // namespace
}  // namespace asymptest::learning::cantor_measure_test
