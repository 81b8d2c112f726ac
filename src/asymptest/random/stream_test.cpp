#include "asymptest/random/stream.hpp"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <numbers>
#include <set>
#include <stdexcept>
#include <vector>

namespace asymptest::stream_test {
namespace {

using Philox = r123::Philox4x64;

TEST(Philox, MeetsTheKnownAnswersOfRandom123) {
  // kat_vectors of Random123, philox4x64 with 10 rounds: all zeros, all ones, digits of pi.
  const auto zeros = Philox{}(Philox::ctr_type{{0, 0, 0, 0}}, Philox::key_type{{0, 0}});
  EXPECT_EQ(zeros, (Philox::ctr_type{{0x16554d9eca36314cU, 0xdb20fe9d672d0fdcU, 0xd7e772cee186176bU,
                                      0x7e68b68aec7ba23bU}}));
  const std::uint64_t ones = ~std::uint64_t{0};
  const auto full =
      Philox{}(Philox::ctr_type{{ones, ones, ones, ones}}, Philox::key_type{{ones, ones}});
  EXPECT_EQ(full, (Philox::ctr_type{{0x87b092c3013fe90bU, 0x438c3c67be8d0224U, 0x9cc7d7c69cd777b6U,
                                     0xa09caebf594f0ba0U}}));
  const auto pi = Philox{}(Philox::ctr_type{{0x243f6a8885a308d3U, 0x13198a2e03707344U,
                                             0xa4093822299f31d0U, 0x082efa98ec4e6c89U}},
                           Philox::key_type{{0x452821e638d01377U, 0xbe5466cf34e90c6cU}});
  EXPECT_EQ(pi, (Philox::ctr_type{{0xa528f45403e61d95U, 0x38c72dbd566e9788U, 0xa5a1610e72fd18b5U,
                                   0x57bd43b5e52b7fe6U}}));
}

TEST(Stream, KnowsTheNumberOfItsTrial) {
  Stream stream({.suite_seed = 7, .claim = "topic/claim", .point = "m=64", .trial = 3});
  stream();
  EXPECT_EQ(stream.trial(), 3U);
  EXPECT_EQ(stream.substream("weights").trial(), 3U);
}

TEST(Stream, DrawsThePhiloxBlocksOfItsKeyInOrder) {
  Stream stream({.suite_seed = 7, .claim = "topic/claim", .point = "m=64", .trial = 3});
  const Philox::key_type key{{7, stream_hash("topic/claim")}};
  for (std::uint64_t block = 0; block < 3; ++block) {
    const auto words = Philox{}(Philox::ctr_type{{block, 3, stream_hash("m=64"), 0}}, key);
    for (unsigned i = 0; i < 4; ++i) EXPECT_EQ(stream(), words[i]);
  }
}

TEST(Stream, DiffersInEveryPartOfTheKey) {
  const StreamKey key{.suite_seed = 1, .claim = "a", .point = "m=1", .trial = 0};
  std::set<std::uint64_t> first;
  first.insert(Stream(key)());
  for (int part = 0; part < 4; ++part) {
    StreamKey other = key;
    if (part == 0) other.suite_seed = 2;
    if (part == 1) other.claim = "b";
    if (part == 2) other.point = "m=2";
    if (part == 3) other.trial = 1;
    first.insert(Stream(other)());
  }
  first.insert(Stream(key).substream("noise")());
  first.insert(Stream(key).substream("data")());
  first.insert(Stream(key).substream("data").substream("noise")());
  EXPECT_EQ(first.size(), 8U);
}

TEST(Stream, SubstreamDoesNotDependOnWhatWasDrawnBefore) {
  Stream stream({.suite_seed = 1, .claim = "a", .point = "m=1", .trial = 0});
  Stream early = stream.substream("noise");
  for (int i = 0; i < 5; ++i) stream.normal();
  Stream late = stream.substream("noise");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(early.normal(), late.normal());
}

TEST(Stream, SharesWhatIsAtEveryPointBetweenPointsAlone) {
  const StreamKey key{.suite_seed = 1, .claim = "a", .point = "m=1", .trial = 3};
  const auto shared = [](StreamKey of, const char* purpose) {
    return Stream(of).at_every_point(purpose)();
  };
  StreamKey elsewhere = key, later = key, another = key;
  elsewhere.point = "m=2", later.trial = 4, another.claim = "b";
  EXPECT_EQ(shared(key, "data"), shared(elsewhere, "data"));
  const std::set<std::uint64_t> different{shared(key, "data"), shared(key, "noise"),
                                          shared(later, "data"), shared(another, "data"),
                                          Stream(key).substream("data")()};
  EXPECT_EQ(different.size(), 5U);
}

TEST(Stream, UniformAndNormalHaveTheirMoments) {
  Stream stream({.suite_seed = 5, .claim = "moments", .point = "", .trial = 0});
  constexpr int count = 200000;
  double sum = 0, square = 0, fourth = 0, uniform = 0;
  for (int i = 0; i < count; ++i) {
    const double z = stream.normal();
    sum += z;
    square += z * z;
    fourth += z * z * z * z;
    const double u = stream.uniform();
    ASSERT_GT(u, 0);
    ASSERT_LT(u, 1);
    uniform += u;
  }
  // Five standard errors of each mean: a false alarm in 1 of 10^6, and the seed is fixed.
  const double five_errors = 5 / std::sqrt(count);
  EXPECT_NEAR(sum / count, 0, five_errors);
  EXPECT_NEAR(square / count, 1, five_errors * std::sqrt(2.0));
  EXPECT_NEAR(fourth / count, 3, five_errors * std::sqrt(96.0));
  EXPECT_NEAR(uniform / count, 0.5, five_errors / std::sqrt(12.0));
}

/// A million normals by `fill_normal`, the same in each test of their law.
std::vector<double> normal_sample() {
  std::vector<double> sample(1'000'000);
  Stream({.suite_seed = 5, .claim = "law", .point = "", .trial = 0}).fill_normal(sample);
  return sample;
}

double normal_probability(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

TEST(FillNormal, HasTheNormalDistribution) {
  std::vector<double> sample = normal_sample();
  std::sort(sample.begin(), sample.end());
  const auto count = static_cast<double>(sample.size());
  double distance = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double p = normal_probability(sample[i]), rank = static_cast<double>(i);
    distance = std::max({distance, p - rank / count, (rank + 1) / count - p});
  }
  // Kolmogorov's distribution: it is larger in 1 of 10^6.
  const double quantile = std::sqrt(std::log(2 / 1e-6) / 2);
  EXPECT_LT(distance * std::sqrt(count), quantile);
}

TEST(FillNormal, ReachesEachTailAsOftenAsItShould) {
  const std::vector<double> sample = normal_sample();
  const auto count = static_cast<double>(sample.size());
  for (const double reach : {1.0, 2.0, 3.0, 4.0}) {
    const double p = normal_probability(-reach);
    const double five_errors = 5 * std::sqrt(p * (1 - p) * count);
    const auto above =
        std::count_if(sample.begin(), sample.end(), [&](double z) { return z > reach; });
    const auto below =
        std::count_if(sample.begin(), sample.end(), [&](double z) { return z < -reach; });
    EXPECT_NEAR(static_cast<double>(above), p * count, five_errors) << reach;
    EXPECT_NEAR(static_cast<double>(below), p * count, five_errors) << reach;
  }
}

TEST(FillNormal, GivesPairsWhosePartsAreIndependent) {
  const std::vector<double> sample = normal_sample();
  constexpr std::size_t cells = 16;  // as likely each
  const auto cell = [](double z) {
    return std::min(cells - 1, static_cast<std::size_t>(normal_probability(z) * cells));
  };
  for (const std::size_t lag : {0U, 1U}) {  // within a pair, and from one pair to the next
    std::vector<double> hits(cells * cells);
    double pairs = 0;
    for (std::size_t i = lag; i + 1 < sample.size(); i += 2, ++pairs) {
      ++hits[cell(sample[i]) * cells + cell(sample[i + 1])];
    }
    double chi_square = 0;
    const double expected = pairs / (cells * cells);
    for (const double hit : hits) chi_square += (hit - expected) * (hit - expected) / expected;
    const boost::math::chi_squared law(cells * cells - 1);
    EXPECT_GT(cdf(complement(law, chi_square)), 1e-6) << "too uneven, lag " << lag;
    EXPECT_GT(cdf(law, chi_square), 1e-6) << "too even, lag " << lag;
  }
}

TEST(FillNormal, HasTheBitsOfOneAtATimeHoweverItIsDivided) {
  const StreamKey key{.suite_seed = 5, .claim = "split", .point = "", .trial = 0};
  Stream whole(key), parts(key), choice = Stream(key).substream("choice");
  for (int round = 0; round < 300; ++round) {
    switch (choice.below(4)) {
      case 0:
        EXPECT_EQ(parts(), whole());  // between the two of a pair as well
        break;
      case 1:
        EXPECT_EQ(parts.normal(), whole.normal());
        break;
      default: {
        std::vector<double> values(choice.below(round % 10 == 0 ? 2000 : 20));
        parts.fill_normal(values);
        for (const double value : values) ASSERT_EQ(value, whole.normal());
      }
    }
  }
}

TEST(FillUniform, HasTheBitsOfOneAtATime) {
  const StreamKey key{.suite_seed = 5, .claim = "uniform", .point = "", .trial = 0};
  Stream filled(key), plain(key);
  for (const std::size_t size : {0, 1, 3, 600, 5}) {
    std::vector<double> values(size);
    filled.fill_uniform(values);
    for (const double value : values) ASSERT_EQ(value, plain.uniform());
  }
}

TEST(Normal, KeepsTheSecondOfAPairBesideWordsDrawnBetween) {
  const StreamKey key{.suite_seed = 5, .claim = "between", .point = "", .trial = 0};
  Stream plain(key), mixed(key);
  const double first = plain.normal(), second = plain.normal();
  EXPECT_EQ(mixed.normal(), first);
  EXPECT_EQ(mixed(), plain());
  EXPECT_EQ(mixed.normal(), second);
}

TEST(Stream, BelowCoversItsRangeEvenly) {
  Stream stream({.suite_seed = 5, .claim = "below", .point = "", .trial = 0});
  constexpr int count = 60000;
  std::vector<int> hits(6);
  for (int i = 0; i < count; ++i) ++hits[stream.below(6)];
  double chi_square = 0;
  for (const int hit : hits) chi_square += std::pow(hit - count / 6.0, 2) / (count / 6.0);
  // The 1e-6 quantile of chi-square with five degrees of freedom.
  const double quantile = 35.9;
  EXPECT_LT(chi_square, quantile);
  EXPECT_THROW(stream.below(0), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::stream_test
