#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace asymptest {

/// What a stream of random numbers belongs to. Two streams with different keys are independent;
/// two with the same key are the same, whatever the thread, the rank or the order.
struct StreamKey {
  std::uint64_t suite_seed = 0;
  std::string_view claim;  ///< the claim's or the control's full name
  std::string_view point;  ///< `Point::key()` of the design point
  std::uint64_t trial = 0;
};

/// A counter-based stream: Philox4x64-10 (Salmon, Moraes, Dror, Shaw 2011, "Parallel random
/// numbers: as easy as 1, 2, 3").
///
/// The 128-bit key is (suite seed, hash of the claim); the 256-bit counter is (block, trial, hash
/// of the point, hash of the substream). A stream therefore has 2^64 blocks of four words of its
/// own.
///
/// Models `std::uniform_random_bit_generator`. The distributions are the stream's own, because
/// those of the standard library differ between implementations.
class Stream {
 public:
  using result_type = std::uint64_t;

  explicit Stream(const StreamKey& key);

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  /// The number of the trial that the stream belongs to.
  [[nodiscard]] std::uint64_t trial() const { return counter_[1]; }

  /// 64 uniform bits.
  result_type operator()();

  /// Uniform on (0, 1): an odd multiple of 2^-53, so never 0, never 1.
  double uniform();

  /// Uniform on (lower, upper).
  double uniform(double lower, double upper);

  /// Standard normal, by Box and Muller's transform of two words (`box_muller::normal_pair`). The
  /// second of the pair is kept for the next call; words drawn between the two don't shift it.
  double normal();

  /// Uniform on {0, …, bound − 1} without bias (Lemire 2019).
  /// Throws std::invalid_argument if bound is 0.
  std::uint64_t below(std::uint64_t bound);

  /// −1 or +1 with equal chance.
  double sign();

  /// Fills with independent standard normals: the bits of as many calls of `normal`, several times
  /// as fast, however the values are divided over calls.
  void fill_normal(std::span<double> values);

  /// Fills with independent uniforms on (0, 1).
  void fill_uniform(std::span<double> values);

  /// A stream that is independent of this one and of every substream of another purpose: use one
  /// for each ingredient of a trial (data, weights, noise), so that a change in one does not shift
  /// the others.
  [[nodiscard]] Stream substream(std::string_view purpose) const;

  /// A substream that trial k has at every design point alike: what it draws pairs trial k at one
  /// size with trial k at another, as `Prediction::paired` declares.
  [[nodiscard]] Stream at_every_point(std::string_view purpose) const;

 private:
  void draw_blocks(std::uint64_t* words, std::uint64_t count);
  void fill_words(std::span<std::uint64_t> words);

  std::uint64_t key_[2];
  std::uint64_t counter_[4];
  std::uint64_t block_[4] = {};
  unsigned used_ = 4;
  double spare_normal_ = 0;
  bool has_spare_normal_ = false;
};

/// The 64-bit hash (FNV-1a, then the finaliser of SplitMix64) that turns names into key words.
std::uint64_t stream_hash(std::string_view text);

}  // namespace asymptest
