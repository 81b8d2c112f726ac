#include "learning/data/formats/packed_numbers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace asymptest::learning::packed_numbers_test {
namespace {

using Kind = NumberType::Kind;

/// The bytes of a number on this machine, or in the other order.
template <class Number>
std::string bytes_of(Number number, std::endian order) {
  std::string bytes(sizeof(Number), '\0');
  std::copy_n(reinterpret_cast<const char*>(&number), sizeof(Number), bytes.begin());
  if (order != std::endian::native) std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

template <class Number>
void expect_read_back(Kind kind, const std::vector<Number>& numbers) {
  for (const std::endian order : {std::endian::little, std::endian::big}) {
    std::string bytes = " ";  // numbers in a file are not aligned
    for (const Number number : numbers) bytes += bytes_of(number, order);
    std::vector<double> values(numbers.size());
    unpack(bytes.data() + 1, {kind, sizeof(Number), order}, values);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      EXPECT_EQ(values[i], static_cast<double>(numbers[i])) << sizeof(Number);
    }
  }
}

TEST(Unpack, ReadsEveryTypeInBothOrders) {
  expect_read_back<std::uint8_t>(Kind::unsigned_integer, {0, 1, 200, 255});
  expect_read_back<std::uint16_t>(Kind::unsigned_integer, {0, 258, 65535});
  expect_read_back<std::uint32_t>(Kind::unsigned_integer, {0, 66051, 4294967295U});
  expect_read_back<std::uint64_t>(Kind::unsigned_integer, {0, 72623859790382856U});
  expect_read_back<std::int8_t>(Kind::signed_integer, {-128, -1, 0, 127});
  expect_read_back<std::int16_t>(Kind::signed_integer, {-32768, -2, 258});
  expect_read_back<std::int32_t>(Kind::signed_integer, {-2147483647, 66051});
  expect_read_back<std::int64_t>(Kind::signed_integer, {-72623859790382856, 5});
  expect_read_back<float>(Kind::floating, {-1.5F, 3.25e-20F, 1e30F});
  expect_read_back<double>(Kind::floating, {-1.5, 3.25e-200, 1e300});
}

TEST(Unpack, RefusesATypeThatThereIsNot) {
  std::vector<double> values(1);
  EXPECT_THAT(
      [&] {
        unpack("12345678", {Kind::floating, 2}, values);
      },
      testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("has 2 bytes")));
}

TEST(UnpackInteger, WeighsTheBytesByTheirPlaces) {
  EXPECT_EQ(unpack_integer("\x01\x02\x03", 3, std::endian::big), 0x010203U);
  EXPECT_EQ(unpack_integer("\x01\x02\xff", 3, std::endian::little), 0xff0201U);
}

}  // namespace
}  // namespace asymptest::learning::packed_numbers_test
