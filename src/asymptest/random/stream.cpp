#include "asymptest/random/stream.hpp"

#include <algorithm>
#include <stdexcept>

#include "asymptest/random/box_muller.hpp"
#include "asymptest/random/philox_blocks.hpp"

namespace asymptest {
namespace {

constexpr std::size_t batch = 512;  // words in the first cache, with what becomes of them

}  // namespace

std::uint64_t stream_hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char letter : text) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
  }
  hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9U;
  hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebU;
  return hash ^ (hash >> 31U);
}

Stream::Stream(const StreamKey& key)
    : key_{key.suite_seed, stream_hash(key.claim)},
      counter_{0, key.trial, stream_hash(key.point), 0} {}

void Stream::draw_blocks(std::uint64_t* words, std::uint64_t count) {
  philox_blocks(counter_, key_, words, count);
  counter_[0] += count;
}

Stream::result_type Stream::operator()() {
  if (used_ == 4) {
    philox_block(counter_, key_, block_);
    ++counter_[0];
    used_ = 0;
  }
  return block_[used_++];
}

void Stream::fill_words(std::span<std::uint64_t> words) {
  std::size_t i = 0;
  while (i < words.size() && used_ < 4) words[i++] = block_[used_++];
  const std::size_t blocks = (words.size() - i) / 4;
  draw_blocks(words.data() + i, blocks);
  i += 4 * blocks;
  for (; i < words.size(); ++i) words[i] = (*this)();
}

double Stream::uniform() { return box_muller::unit_interval((*this)()); }

double Stream::uniform(double lower, double upper) { return lower + (upper - lower) * uniform(); }

double Stream::normal() {
  if (has_spare_normal_) {
    has_spare_normal_ = false;
    return spare_normal_;
  }
  const std::uint64_t radius = (*this)(), angle = (*this)();
  const auto [first, second] = box_muller::normal_pair(radius, angle);
  spare_normal_ = second;
  has_spare_normal_ = true;
  return first;
}

std::uint64_t Stream::below(std::uint64_t bound) {
  if (bound == 0) throw std::invalid_argument("Stream::below: bound is 0, expected at least 1");
  __extension__ using Wide = unsigned __int128;
  Wide product = static_cast<Wide>((*this)()) * bound;
  const std::uint64_t threshold = (0 - bound) % bound;
  while (static_cast<std::uint64_t>(product) < threshold) {
    product = static_cast<Wide>((*this)()) * bound;
  }
  return static_cast<std::uint64_t>(product >> 64U);
}

double Stream::sign() { return ((*this)() >> 63U) != 0 ? 1.0 : -1.0; }

void Stream::fill_normal(std::span<double> values) {
  if (!values.empty() && has_spare_normal_) {
    values.front() = normal();
    values = values.subspan(1);
  }
  std::uint64_t words[batch];
  while (values.size() >= 2) {
    const std::size_t count = std::min(batch, values.size() / 2 * 2);
    fill_words({words, count});
    box_muller::transform(words, values.data(), count / 2);
    values = values.subspan(count);
  }
  if (!values.empty()) values.front() = normal();
}

void Stream::fill_uniform(std::span<double> values) {
  std::uint64_t words[batch];
  while (!values.empty()) {
    const std::size_t count = std::min(batch, values.size());
    fill_words({words, count});
    for (std::size_t i = 0; i < count; ++i) values[i] = box_muller::unit_interval(words[i]);
    values = values.subspan(count);
  }
}

Stream Stream::substream(std::string_view purpose) const {
  Stream other = *this;
  other.counter_[0] = 0;
  other.counter_[3] = stream_hash(purpose) ^ (counter_[3] * 0x9e3779b97f4a7c15U);
  other.used_ = 4;
  other.has_spare_normal_ = false;
  return other;
}

Stream Stream::at_every_point(std::string_view purpose) const {
  Stream other = *this;
  other.counter_[2] = stream_hash("at every point");
  return other.substream(purpose);
}

}  // namespace asymptest
