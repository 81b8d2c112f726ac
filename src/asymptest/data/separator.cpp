#include "asymptest/data/separator.hpp"

#include <algorithm>

namespace asymptest::cli {
namespace {

/// The first lines that are neither blank nor comments.
std::vector<std::string_view> first_lines(std::string_view text) {
  constexpr std::size_t enough = 20;
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < enough) {
    const std::size_t length = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!trimmed(line).empty() && !trimmed(line).starts_with('#')) lines.push_back(line);
  }
  return lines;
}

/// How well a separator suits, the higher the better.
int suitability(const std::vector<std::string_view>& lines, char separator,
                std::span<const std::string> names) {
  const auto header = cells_of_line(lines.front(), separator);
  if (header.size() < 2) return 0;
  const bool even = std::all_of(lines.begin(), lines.end(), [&](std::string_view line) {
    return cells_of_line(line, separator).size() == header.size();
  });
  const bool named = std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::find(header.begin(), header.end(), name) != header.end();
  });
  return 1 + (even ? 2 : 0) + (named && !names.empty() ? 4 : 0);
}

}  // namespace

bool is_space(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text;
}

std::vector<std::string> cells_of_line(std::string_view line, char separator) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == separator || (separator == ' ' && c == '\t'))) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  for (std::string& cell : cells) cell = std::string(trimmed(cell));
  if (separator == ' ') std::erase(cells, "");
  return cells;
}

char detect_separator(std::string_view text, std::span<const std::string> names) {
  const auto lines = first_lines(without_byte_order_mark(text));
  char best = ',';
  int highest = 0;
  if (lines.empty()) return best;
  for (const char separator : {'\t', ';', ',', ' '}) {
    const int suits = suitability(lines, separator, names);
    // Blanks are within many a cell: they part cells only where nothing else does.
    if (suits > highest && (separator != ' ' || highest == 0 || suits > 4)) {
      best = separator;
      highest = suits;
    }
  }
  return best;
}

}  // namespace asymptest::cli
