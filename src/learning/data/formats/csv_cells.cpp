#include "learning/data/formats/csv_cells.hpp"

#include <charconv>
#include <cstdint>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

std::string_view trimmed_cell(std::string_view cell) {
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t' || cell.back() == '\r')) {
    cell.remove_suffix(1);
  }
  return cell;
}

/// Plain digits are most of what data files hold, and three times as fast to read this way.
bool read_digits(std::string_view cell, double& value) {
  constexpr std::size_t most_digits = 15;
  if (cell.empty() || cell.size() > most_digits) return false;
  std::int64_t number = 0;
  for (const char c : cell) {
    if (c < '0' || c > '9') return false;
    number = 10 * number + (c - '0');
  }
  value = static_cast<double>(number);
  return true;
}

}  // namespace

CsvCells::CsvCells(const FileBytes& file) : file_(file), rest_(file.bytes) {
  if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
}

bool CsvCells::next_line() {
  column_ = 0;
  for (; !rest_.empty(); ++line_) {
    const std::size_t first = rest_.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return false;
    if (rest_[first] != '\n') return true;
    rest_.remove_prefix(first + 1);
  }
  return false;
}

bool CsvCells::next_cell(std::string_view& cell) {
  ++column_;
  skip_spaces();
  cell_at_ = offset();
  ended_line_ = false;
  const char* first = rest_.data();
  const char* end = first + rest_.size();
  const bool quoted = first != end && *first == '"';
  const char* stop = quoted ? after_quote() : first;
  while (stop != end && *stop != ',' && *stop != '\n') ++stop;
  cell = trimmed_cell({first, static_cast<std::size_t>(stop - first)});
  if (quoted) cell = cell.substr(1, cell.size() - 2);
  rest_.remove_prefix(static_cast<std::size_t>(stop - first) + (stop != end ? 1 : 0));
  ended_line_ = stop != end && *stop == '\n';
  if (ended_line_) ++line_;
  return stop == end || ended_line_;
}

void CsvCells::refuse(const std::string& problem) const {
  file_.refuse(cell_at_,
               message("line {}, column {}: {}", line_ - (ended_line_ ? 1 : 0), column_, problem));
}

void CsvCells::skip_spaces() {
  while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) rest_.remove_prefix(1);
}

/// What follows the quoted text that begins here.
const char* CsvCells::after_quote() {
  const std::size_t close = rest_.find_first_of("\"\n", 1);
  if (close == std::string_view::npos || rest_[close] == '\n') refuse("a quote is not closed");
  const std::size_t next = rest_.find_first_not_of(" \t\r", close + 1);
  if (next != std::string_view::npos && rest_[next] != ',' && rest_[next] != '\n') {
    refuse("a quote is followed by more, expected a comma or the end of the line");
  }
  return rest_.data() + close + 1;
}

std::errc read_cell_number(std::string_view cell, double& value) {
  if (read_digits(cell, value)) return {};
  // std::from_chars knows no plus sign, and so would read neither "+1" nor refuse "+-1".
  if (cell.size() > 1 && cell[0] == '+' && cell[1] != '-') cell.remove_prefix(1);
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return end == cell.data() + cell.size() ? problem : std::errc::invalid_argument;
}

}  // namespace asymptest::learning
