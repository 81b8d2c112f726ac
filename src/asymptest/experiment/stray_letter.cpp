#include "asymptest/experiment/stray_letter.hpp"

#include <algorithm>
#include <string>

namespace asymptest {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Behind the end of the string that begins at `start`: of one line, or between three quotes.
std::size_t end_of_string(std::string_view text, std::size_t start) {
  const char quote = text[start];
  const bool long_one = text.substr(start, 3) == std::string(3, quote);
  const std::string closing(long_one ? 3 : 1, quote);
  for (std::size_t i = start + closing.size(); i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text.substr(i, closing.size()) == closing) {
      return i + closing.size();
    } else if (text[i] == '\n' && !long_one) {
      return i;  // unfinished: the parser says so
    }
  }
  return text.size();
}

// Whether the character at `i` opens a string. Right behind a letter or digit a quote opens none:
// the parser reads on, as of one value, up to a space.
bool opens_string(std::string_view text, std::size_t i) {
  if (text[i] != '"' && text[i] != '\'') return false;
  if (i == 0) return true;
  const char before = text[i - 1];
  return !(('a' <= before && before <= 'z') || ('A' <= before && before <= 'Z') ||
           ('0' <= before && before <= '9') || before == '-' || before == '+' || before == '_');
}

}  // namespace

std::optional<int> line_of_stray_letter(std::string_view text) {
  std::size_t i = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  while (i < text.size()) {
    const char c = text[i];
    if (opens_string(text, i)) {
      i = end_of_string(text, i);
    } else if (c == '#') {
      i = std::min(text.find('\n', i), text.size());
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      return 1 + static_cast<int>(
                     std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(i), '\n'));
    } else {
      ++i;
    }
  }
  return std::nullopt;
}

}  // namespace asymptest
