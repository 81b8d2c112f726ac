#include "asymptest/random/stream.hpp"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <cmath>
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
