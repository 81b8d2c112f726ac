#include "asymptest/random/stream.hpp"

#include <Random123/philox.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace asymptest {

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

void Stream::refill() {
  const r123::Philox4x64::ctr_type counter{{counter_[0], counter_[1], counter_[2], counter_[3]}};
  const r123::Philox4x64::key_type key{{key_[0], key_[1]}};
  const auto words = r123::Philox4x64{}(counter, key);
  for (unsigned i = 0; i < 4; ++i) block_[i] = words[i];
  ++counter_[0];
  used_ = 0;
}

Stream::result_type Stream::operator()() {
  if (used_ == 4) refill();
  return block_[used_++];
}

double Stream::uniform() { return (static_cast<double>((*this)() >> 11U) + 0.5) * 0x1p-53; }

double Stream::uniform(double lower, double upper) { return lower + (upper - lower) * uniform(); }

double Stream::normal() {
  if (has_spare_normal_) {
    has_spare_normal_ = false;
    return spare_normal_;
  }
  const double radius = std::sqrt(-2 * std::log(uniform()));
  const double angle = 2 * std::numbers::pi * uniform();
  spare_normal_ = radius * std::sin(angle);
  has_spare_normal_ = true;
  return radius * std::cos(angle);
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
  for (double& value : values) value = normal();
}

void Stream::fill_uniform(std::span<double> values) {
  for (double& value : values) value = uniform();
}

Stream Stream::substream(std::string_view purpose) const {
  Stream other = *this;
  other.counter_[0] = 0;
  other.counter_[3] = stream_hash(purpose) ^ (counter_[3] * 0x9e3779b97f4a7c15U);
  other.used_ = 4;
  other.has_spare_normal_ = false;
  return other;
}

}  // namespace asymptest
