#include "learning/data/formats/packed_numbers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

template <class Number, bool swapped>
void unpack_all(const char* bytes, std::span<double> values) {
  for (double& value : values) {
    std::array<char, sizeof(Number)> one;
    std::copy_n(bytes, sizeof(Number), one.begin());
    if constexpr (swapped) std::reverse(one.begin(), one.end());
    value = static_cast<double>(std::bit_cast<Number>(one));
    bytes += sizeof(Number);
  }
}

template <class Number>
void unpack_ordered(const char* bytes, std::endian order, std::span<double> values) {
  if (order == std::endian::native) return unpack_all<Number, false>(bytes, values);
  unpack_all<Number, true>(bytes, values);
}

using Unpacker = void (*)(const char*, std::endian, std::span<double>);

Unpacker unpacker_of(NumberType type) {
  switch (type.kind) {
    case NumberType::Kind::unsigned_integer:
      if (type.bytes == 1) return unpack_ordered<std::uint8_t>;
      if (type.bytes == 2) return unpack_ordered<std::uint16_t>;
      if (type.bytes == 4) return unpack_ordered<std::uint32_t>;
      if (type.bytes == 8) return unpack_ordered<std::uint64_t>;
      break;
    case NumberType::Kind::signed_integer:
      if (type.bytes == 1) return unpack_ordered<std::int8_t>;
      if (type.bytes == 2) return unpack_ordered<std::int16_t>;
      if (type.bytes == 4) return unpack_ordered<std::int32_t>;
      if (type.bytes == 8) return unpack_ordered<std::int64_t>;
      break;
    case NumberType::Kind::floating:
      if (type.bytes == 4) return unpack_ordered<float>;
      if (type.bytes == 8) return unpack_ordered<double>;
      break;
  }
  throw std::invalid_argument(message("unpack: no number of this kind has {} bytes", type.bytes));
}

}  // namespace

void unpack(const char* bytes, NumberType type, std::span<double> values) {
  unpacker_of(type)(bytes, type.order, values);
}

std::size_t unpack_integer(const char* at, int bytes, std::endian order) {
  std::size_t value = 0;
  for (int i = 0; i < bytes; ++i) {
    const int place = order == std::endian::big ? i : bytes - 1 - i;
    value = value << 8 | static_cast<unsigned char>(at[place]);
  }
  return value;
}

}  // namespace asymptest::learning
