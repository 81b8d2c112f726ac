#include "asymptest/data/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <deque>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Splits a text into rows of cells. The cells of a row are valid until the next one is read.
class Rows {
 public:
  Rows(std::string_view text, std::string_view source) : rest_(text), source_(source) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
  }

  /// Whether there was another row that is not blank.
  bool next() {
    while (!rest_.empty()) {
      line_ = next_line_;
      read_row();
      if (cells_.size() > 1 || !cells_.front().empty()) return true;
    }
    return false;
  }

  [[nodiscard]] const std::vector<std::string_view>& cells() const { return cells_; }
  [[nodiscard]] std::size_t line() const { return line_; }

  [[noreturn]] void refuse(const std::string& problem) const {
    throw InputError(fmt::format("{}, line {}: {}", source_, line_, problem));
  }

 private:
  void read_row() {
    cells_.clear();
    unescaped_.clear();
    do {
      cells_.push_back(read_cell());
    } while (skip(','));
    skip('\r');
    if (skip('\n')) ++next_line_;
  }

  bool skip(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view read_cell() {
    const std::size_t start = rest_.find_first_not_of(" \t");
    if (start != std::string_view::npos && rest_[start] == '"') {
      rest_.remove_prefix(start);
      return read_quoted();
    }
    const std::size_t length = std::min(rest_.find_first_of(",\n"), rest_.size());
    std::string_view cell = rest_.substr(0, length);
    // The carriage return of a CRLF is the line's, not the cell's.
    if (length == rest_.size() || rest_[length] == '\n') {
      if (cell.ends_with('\r')) cell.remove_suffix(1);
    }
    rest_.remove_prefix(length);
    return trimmed(cell);
  }

  std::string_view read_quoted() {
    rest_.remove_prefix(1);
    std::string& cell = unescaped_.emplace_back();
    for (;;) {
      const std::size_t quote = rest_.find('"');
      if (quote == std::string_view::npos) refuse("a quote is not closed");
      const std::string_view part = rest_.substr(0, quote);
      next_line_ += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
      cell += part;
      rest_.remove_prefix(quote + 1);
      if (!skip('"')) break;
      cell += '"';
    }
    while (skip(' ') || skip('\t')) {
    }
    if (!rest_.empty() && std::string_view(",\r\n").find(rest_.front()) == std::string_view::npos) {
      refuse(fmt::format("{} is followed by {}, expected a comma or the end of the line",
                         shown("\"" + cell + "\""), shown(rest_.substr(0, 1))));
    }
    return trimmed(cell);
  }

  std::string_view rest_, source_;
  std::size_t line_ = 1, next_line_ = 1;
  std::vector<std::string_view> cells_;
  std::deque<std::string> unescaped_;  // a deque, whose elements stay where they are
};

std::string listed(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) text += (text.empty() ? "" : ", ") + shown(name);
  return text;
}

std::size_t position_of(const std::string& name, const std::vector<std::string_view>& header,
                        std::string_view source) {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) {
    throw InputError(
        fmt::format("{}: no column {}; it has {}", source, shown(name), listed(header)));
  }
  if (std::find(found + 1, header.end(), name) != header.end()) {
    throw InputError(fmt::format("{}: two columns are called {}", source, shown(name)));
  }
  return static_cast<std::size_t>(found - header.begin());
}

double number_of(std::string_view cell, const std::string& column, const Rows& rows) {
  // std::from_chars knows no plus sign, and so would read neither "+1" nor refuse "+-1".
  const bool plus = cell.size() > 1 && cell[0] == '+' && cell[1] != '-';
  const char* first = cell.data() + (plus ? 1 : 0);
  const char* last = cell.data() + cell.size();
  double value = 0;
  const auto [end, problem] = std::from_chars(first, last, value);
  if (problem == std::errc::result_out_of_range && end == last) {
    rows.refuse(fmt::format("{} in column {} is beyond the range of double precision", shown(cell),
                            shown(column)));
  }
  if (problem != std::errc{} || end != last) {
    rows.refuse(fmt::format("{} in column {} is not a number", shown(cell), shown(column)));
  }
  if (!std::isfinite(value)) {
    rows.refuse(fmt::format("column {} is {}, expected a finite number", shown(column), value));
  }
  return value;
}

bool is_missing(std::string_view cell) {
  std::string lower(cell);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  constexpr std::string_view words[] = {"", "na", "n/a", "nan", "null", "none", "-"};
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

/// The columns that a choice of rows looks at, with what they must hold.
struct Wanted {
  std::size_t position = 0;
  std::string_view text;
};

std::vector<Wanted> wanted_of(const RowChoice& choice, const std::vector<std::string_view>& header,
                              std::string_view source) {
  std::vector<Wanted> wanted;
  for (const RowChoice::Cell& cell : choice.where) {
    wanted.push_back({position_of(cell.column, header, source), cell.text});
  }
  return wanted;
}

bool is_chosen(const std::vector<Wanted>& wanted, const std::vector<std::string_view>& cells) {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const Wanted& w) { return cells[w.position] == w.text; });
}

bool lacks_any(const std::vector<std::size_t>& positions,
               const std::vector<std::string_view>& cells) {
  return std::any_of(positions.begin(), positions.end(),
                     [&](std::size_t position) { return is_missing(cells[position]); });
}

}  // namespace

NumericTable read_columns(std::string_view text, std::string_view source,
                          const std::vector<std::string>& names, const RowChoice& choice) {
  Rows rows(text, source);
  if (!rows.next()) throw InputError(fmt::format("{}: is empty", source));
  const std::size_t width = rows.cells().size();
  std::vector<std::size_t> positions;
  for (const std::string& name : names) {
    positions.push_back(position_of(name, rows.cells(), source));
  }
  const std::vector<Wanted> wanted = wanted_of(choice, rows.cells(), source);
  NumericTable table;
  table.columns.resize(names.size());
  while (rows.next()) {
    if (rows.cells().size() != width) {
      rows.refuse(
          fmt::format("{} cells, expected {} as in the first line", rows.cells().size(), width));
    }
    if (!is_chosen(wanted, rows.cells())) continue;
    if (choice.skip_missing && lacks_any(positions, rows.cells())) {
      ++table.skipped;
      continue;
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
      table.columns[i].push_back(number_of(rows.cells()[positions[i]], names[i], rows));
    }
    table.lines.push_back(rows.line());
  }
  if (table.lines.empty()) {
    throw InputError(fmt::format("{}: no rows{} below the column names", source,
                                 wanted.empty() && table.skipped == 0 ? "" : " that are chosen"));
  }
  return table;
}

}  // namespace asymptest::cli
