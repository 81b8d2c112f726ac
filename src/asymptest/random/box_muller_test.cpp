#include "asymptest/random/box_muller.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/constants/constants.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <type_traits>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::box_muller_test {
namespace {

using box_muller::logarithm;
using box_muller::Pair;
using box_muller::unit_circle;
using box_muller::unit_interval;
using Precise = boost::multiprecision::cpp_bin_float_50;
/// Fast where the machine has a type of 64 bits and more.
using Wider =
    std::conditional_t<(std::numeric_limits<long double>::digits >= 64), long double, Precise>;

Stream stream(std::string_view name) {
  return Stream({.suite_seed = 19, .claim = name, .point = "", .trial = 0});
}

double relative_error(double value, const Precise& exact) {
  return static_cast<double>(abs(Precise(value) / exact - 1));
}

Precise exact_cosine(double u) {
  return cos(2 * boost::math::constants::pi<Precise>() * Precise(u));
}

Precise exact_sine(double u) { return sin(2 * boost::math::constants::pi<Precise>() * Precise(u)); }

/// The outermost words, those next to each multiple of an eighth, and the same in all lower bits.
std::vector<std::uint64_t> edge_words() {
  std::vector<std::uint64_t> words;
  constexpr std::uint64_t step = std::uint64_t{1} << 12U;  // from one number to the next
  for (std::uint64_t eighth = 0; eighth < 8; ++eighth) {
    const std::uint64_t middle = eighth << 61U;
    for (const std::uint64_t by : {step, 2 * step, 1000 * step, step << 26U, std::uint64_t{1}}) {
      words.insert(words.end(), {middle - by, middle, middle + by});
    }
  }
  return words;
}

TEST(UnitInterval, IsTheOddMultiplesAndNeverAnEnd) {
  EXPECT_EQ(unit_interval(0), 0x1p-53);
  EXPECT_EQ(unit_interval(~std::uint64_t{0}), 1 - 0x1p-53);
  Stream random = stream("interval");
  for (int k = 0; k < 1000; ++k) {
    const std::uint64_t word = random();
    EXPECT_EQ(unit_interval(word), static_cast<double>(2 * (word >> 12U) + 1) * 0x1p-53);
    EXPECT_EQ(unit_interval(~word), 1 - unit_interval(word));
  }
}

TEST(Logarithm, KeepsItsErrorAtEveryScaleAndEdge) {
  std::vector<double> points{0x1p-54,        0x1p-53,      1 - 0x1p-53, 1 - 0x1p-52,
                             std::sqrt(0.5), std::exp(-1), 0x1p-1022};
  Stream random = stream("logarithm");
  for (int scale = 0; scale < 54; ++scale) {
    points.push_back(std::ldexp(std::nextafter(std::sqrt(0.5), 0), -scale));
    for (int k = 0; k < 50; ++k) {
      points.push_back(std::ldexp(random.uniform(), -scale));
      points.push_back(std::min(1 - std::ldexp(random.uniform(), -scale), 1 - 0x1p-53));
      points.push_back(std::max(1 + std::ldexp(random.uniform(), -scale), 1 + 0x1p-52));
      points.push_back(std::ldexp(1 + random.uniform(), 19 * scale));
    }
  }
  for (const double u : points) {
    EXPECT_LE(relative_error(logarithm(u), log(Precise(u))), box_muller::logarithm_error) << u;
  }
}

TEST(Logarithm, KeepsItsErrorAtAMillionPoints) {
  Stream random = stream("logarithms");
  double worst = 0;
  for (int k = 0; k < 1'000'000; ++k) {
    const double u = k % 2 == 0 ? random.uniform() : std::sqrt(0.5) + 0.29 * random.uniform();
    using std::abs, std::log;
    const Wider exact = log(Wider(u));
    worst = std::max(worst, static_cast<double>(abs((Wider(logarithm(u)) - exact) / exact)));
  }
  EXPECT_LE(worst, box_muller::logarithm_error);
  EXPECT_GE(worst, box_muller::logarithm_error / 4) << "no rounding is this good";
}

TEST(UnitCircle, KeepsItsErrorNextToEveryEighth) {
  std::vector<std::uint64_t> words = edge_words();
  Stream random = stream("circle");
  for (int k = 0; k < 5000; ++k) words.push_back(random());
  double worst = 0;
  for (const std::uint64_t word : words) {
    const double u = unit_interval(word);
    const Pair point = unit_circle(u);
    const double error = std::max(relative_error(point.first, exact_cosine(u)),
                                  relative_error(point.second, exact_sine(u)));
    EXPECT_LE(error, box_muller::unit_circle_error) << u;
    worst = std::max(worst, error);
  }
  EXPECT_GE(worst, box_muller::unit_circle_error / 4) << "no rounding is this good";
}

TEST(UnitCircle, IsExactAtRightAngles) {
  for (int q = 0; q <= 4; ++q) {
    const Pair point = unit_circle(q / 4.0);
    EXPECT_EQ(point.first, std::round(std::cos(q * 1.5707963))) << q;
    EXPECT_EQ(point.second, std::round(std::sin(q * 1.5707963))) << q;
  }
}

TEST(NormalPair, IsTheTransformOfTwoUniforms) {
  std::vector<std::uint64_t> words = edge_words();
  Stream random = stream("pair");
  for (int k = 0; k < 2000; ++k) words.push_back(random());
  for (const std::uint64_t word : words) {
    const std::uint64_t radius_word = word, angle_word = random();
    const double u = unit_interval(radius_word), v = unit_interval(angle_word);
    const Precise radius = sqrt(-2 * log(Precise(u)));
    const auto [first, second] = box_muller::normal_pair(radius_word, angle_word);
    EXPECT_LE(relative_error(first, radius * exact_cosine(v)), box_muller::normal_error) << u;
    EXPECT_LE(relative_error(second, radius * exact_sine(v)), box_muller::normal_error) << u;
  }
  EXPECT_LE(box_muller::normal_pair(0, 0).first, std::sqrt(106 * std::log(2.0)));
}

TEST(Variants, HaveTheBitsOfOnePairAtATime) {
  std::vector<std::uint64_t> words = edge_words();
  const std::vector<std::uint64_t> edges = words;
  for (const std::uint64_t first : edges) {
    for (const std::uint64_t second : edges) words.insert(words.end(), {first, second});
  }
  Stream random = stream("variants");
  for (int k = 0; k < 200'000; ++k) words.push_back(random());
  const std::size_t all = words.size() / 2;
  for (const auto& variant : box_muller::variants()) {
    if (!variant.runs_here) continue;
    for (const std::size_t pairs : {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33, int(all)}) {
      std::vector<double> normals(2 * pairs + 1, -99);
      variant.transform(words.data(), normals.data(), pairs);
      std::size_t different = 0;
      for (std::size_t i = 0; i < pairs; ++i) {
        const auto [first, second] = box_muller::normal_pair(words[2 * i], words[2 * i + 1]);
        different += normals[2 * i] != first || normals[2 * i + 1] != second;
      }
      EXPECT_EQ(different, 0U) << variant.instructions << ", " << pairs << " pairs";
      EXPECT_EQ(normals.back(), -99) << "wrote beyond its end";
    }
  }
}

TEST(Variants, HaveTheSameBitsInEveryBuild) {
  // The bits of 100 000 normals, folded: a contraction or a reordering by the compiler changes it.
  Stream random = stream("bits");
  std::vector<double> normals(100'000);
  random.fill_normal(normals);
  std::uint64_t folded = 0;
  for (const double z : normals) folded = std::rotl(folded, 1) ^ std::bit_cast<std::uint64_t>(z);
  EXPECT_EQ(folded, 2892422823085868847U);
}

}  // namespace
}  // namespace asymptest::box_muller_test
