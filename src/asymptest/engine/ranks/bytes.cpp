#include "asymptest/engine/ranks/bytes.hpp"

#include <cstring>

#include "asymptest/require/require.hpp"

namespace asymptest {

void ByteReader::copy(void* to, std::size_t size) {
  require(size <= bytes_.size(), "a letter ends {} bytes too soon", size - bytes_.size());
  std::memcpy(to, bytes_.data(), size);
  bytes_.remove_prefix(size);
}

std::string ByteReader::text() {
  const auto length = number<std::uint64_t>();
  require(length <= bytes_.size(), "a letter ends {} bytes too soon", length - bytes_.size());
  std::string text(bytes_.substr(0, length));
  bytes_.remove_prefix(length);
  return text;
}

}  // namespace asymptest
