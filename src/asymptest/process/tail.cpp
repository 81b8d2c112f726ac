#include "asymptest/process/tail.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace asymptest {
namespace {

constexpr std::string_view white = " \t\r\n\f\v";
constexpr std::size_t longest_line = 300;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white) - first + 1);
}

bool is_within_a_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; }

/// Fit to stand in a message.
std::string printable(std::string_view line) {
  std::size_t size = std::min(line.size(), longest_line);
  while (size < line.size() && size > 0 && is_within_a_letter(line[size])) --size;
  std::string text(line.substr(0, size));
  for (char& c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x20 || code == 0x7f) c = ' ';
  }
  return size < line.size() ? text + "…" : text;
}

}  // namespace

void Tail::add(std::string_view text) {
  text_ += text;
  if (text_.size() > 2 * most_) text_.erase(0, text_.size() - most_);
}

bool Tail::read_from(int descriptor) {
  char buffer[1U << 16U];
  for (;;) {
    const ssize_t size = read(descriptor, buffer, sizeof buffer);
    if (size > 0) add({buffer, static_cast<std::size_t>(size)});
    if (size == 0) return false;
    if (size < 0 && errno != EINTR) return true;
  }
}

std::string_view last_line(std::string_view text) {
  text = trimmed(text);
  const auto start = text.rfind('\n');
  return start == std::string_view::npos ? text : trimmed(text.substr(start + 1));
}

std::string last_lines(std::string_view text, int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    const std::string_view line = last_line(text);
    if (line.empty()) break;
    lines = printable(line) + (lines.empty() ? "" : " | ") + lines;
    text = text.substr(0, static_cast<std::size_t>(line.data() - text.data()));
  }
  return lines;
}

}  // namespace asymptest
