#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace asymptest {

/// Numbers and texts as bytes of this machine's order, one behind the other.
class ByteWriter {
 public:
  template <class Number>
  requires std::integral<Number> || std::floating_point<Number>
  void put(Number number) { bytes_.append(reinterpret_cast<const char*>(&number), sizeof number); }
  void put(std::string_view text) {
    put(std::uint64_t{text.size()});
    bytes_.append(text);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what a ByteWriter wrote, in the same order. Throws std::invalid_argument where the bytes
/// end too soon.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <class Number>
  requires std::integral<Number> || std::floating_point<Number> Number number() {
    Number number{};
    copy(&number, sizeof number);
    return number;
  }
  std::string text();
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  void copy(void* to, std::size_t size);

  std::string_view bytes_;
};

}  // namespace asymptest
