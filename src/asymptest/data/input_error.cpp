#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {

std::string shown(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string in_quotes = "'";
  for (const char c : text.substr(0, longest)) {
    const auto code = static_cast<unsigned char>(c);
    in_quotes += code < 0x20 || code == 0x7f ? '?' : c;
  }
  return in_quotes + (text.size() > longest ? "…'" : "'");
}

}  // namespace asymptest::cli
