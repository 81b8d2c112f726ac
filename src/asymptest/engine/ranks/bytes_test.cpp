#include "asymptest/engine/ranks/bytes.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

namespace asymptest::bytes_test {
namespace {

TEST(Bytes, ComeBackAsTheyWerePut) {
  ByteWriter writer;
  writer.put(std::int64_t{-3});
  writer.put(std::string_view("a\0b", 3));
  writer.put(std::numeric_limits<double>::denorm_min());
  writer.put(true);
  const std::string bytes = writer.take();
  ByteReader reader(bytes);
  EXPECT_EQ(reader.number<std::int64_t>(), -3);
  EXPECT_EQ(reader.text(), std::string("a\0b", 3));
  EXPECT_EQ(reader.number<double>(), std::numeric_limits<double>::denorm_min());
  EXPECT_FALSE(reader.at_end());
  EXPECT_TRUE(reader.number<bool>());
  EXPECT_TRUE(reader.at_end());
}

TEST(Bytes, AreRefusedWhereTheyEndTooSoon) {
  ByteWriter writer;
  writer.put(std::string_view("four"));
  const std::string bytes = writer.take();
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    ByteReader reader(std::string_view(bytes).substr(0, length));
    EXPECT_THROW(reader.text(), std::invalid_argument) << length;
  }
}

}  // namespace
}  // namespace asymptest::bytes_test
