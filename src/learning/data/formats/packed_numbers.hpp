#pragma once

#include <bit>
#include <cstddef>
#include <span>

namespace asymptest::learning {

/// How binary files store a number.
struct NumberType {
  enum class Kind { unsigned_integer, signed_integer, floating };
  Kind kind = Kind::unsigned_integer;
  int bytes = 1;  ///< 1, 2, 4, 8; 4 or 8 if floating
  std::endian order = std::endian::little;
};

/// Reads values.size() numbers that stand one behind the other at `bytes`. Integers beyond 2^53 are
/// rounded to the nearest double. Throws std::invalid_argument if there is no such type.
void unpack(const char* bytes, NumberType type, std::span<double> values);

/// The unsigned integer of `bytes` ≤ 8 bytes that stands at `at`.
std::size_t unpack_integer(const char* at, int bytes, std::endian order);

}  // namespace asymptest::learning
