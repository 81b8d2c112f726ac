#include "asymptest/data/delimited_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "asymptest/data/cell_number.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/data/separator.hpp"

namespace asymptest::cli {
namespace {

constexpr std::string_view spaces = " \t";

bool holds_numbers_alone(const std::vector<std::string_view>& cells) {
  const auto is_number = [](std::string_view cell) { return looks_like_number(cell); };
  return std::any_of(cells.begin(), cells.end(), is_number) &&
         std::all_of(cells.begin(), cells.end(),
                     [&](std::string_view cell) { return is_number(cell) || is_missing(cell); });
}

std::string_view name_of_separator(char separator) {
  return separator == '\t' ? "a tab" : separator == ' ' ? "blanks" : "";
}

std::string described_separator(char separator) {
  const std::string_view name = name_of_separator(separator);
  return name.empty() ? fmt::format("'{}'", separator) : std::string(name);
}

}  // namespace

DelimitedRows::DelimitedRows(std::string_view text, std::string_view source, char separator)
    : RowSource(source), rest_(without_byte_order_mark(text)), separator_(separator) {
  if (!next_row()) throw InputError(fmt::format("{}: is empty", source));
  width_ = cells_.size();
  take_names();
}

void DelimitedRows::take_names() {
  first_is_data_ = holds_numbers_alone(cells_);
  if (!first_is_data_) {
    names_.assign(cells_.begin(), cells_.end());
    return;
  }
  for (const char separator : {separator_, ' '}) {
    const auto words = cells_of_line(comment_, separator);
    const std::vector<std::string_view> views(words.begin(), words.end());
    if (words.size() != width_ || holds_numbers_alone(views)) continue;
    names_ = words;
    named_by_comment_ = true;
    return;
  }
  for (std::size_t i = 1; i <= width_; ++i) names_.push_back(fmt::format("{}", i));
}

bool DelimitedRows::next() {
  if (first_is_data_) {
    first_is_data_ = false;
    return true;
  }
  if (!next_row()) return false;
  if (cells_.size() != width_) {
    refuse(fmt::format("{} cells, expected {} as in the first line", cells_.size(), width_));
  }
  return true;
}

bool DelimitedRows::next_row() {
  while (!rest_.empty()) {
    place_ = next_line_;
    const std::size_t start = rest_.find_first_not_of(spaces);
    if (start != std::string_view::npos && rest_[start] == '#') {
      skip_comment();
      continue;
    }
    read_row();
    if (cells_.size() > 1 || (!cells_.empty() && !cells_.front().empty())) return true;
  }
  return false;
}

void DelimitedRows::skip_comment() {
  const std::size_t length = std::min(rest_.find('\n'), rest_.size());
  comment_ = trimmed(rest_.substr(0, length));
  if (comment_.ends_with('\r')) comment_.remove_suffix(1);
  while (comment_.starts_with('#')) comment_.remove_prefix(1);
  rest_.remove_prefix(length);
  if (skip('\n')) ++next_line_;
}

void DelimitedRows::read_row() {
  cells_.clear();
  unescaped_.clear();
  separator_ == ' ' ? read_words() : read_separated();
  skip('\r');
  if (skip('\n')) ++next_line_;
}

void DelimitedRows::read_separated() {
  do {
    cells_.push_back(read_cell());
  } while (skip(separator_));
}

void DelimitedRows::read_words() {
  for (;;) {
    while (skip(' ') || skip('\t')) {
    }
    if (rest_.empty() || rest_.front() == '\n' || rest_.starts_with("\r\n") || rest_ == "\r") {
      return;
    }
    if (rest_.front() == '#') {
      rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
      return;
    }
    cells_.push_back(read_cell());
  }
}

bool DelimitedRows::skip(char c) {
  if (rest_.empty() || rest_.front() != c) return false;
  rest_.remove_prefix(1);
  return true;
}

std::string_view DelimitedRows::read_cell() {
  const std::size_t start = separator_ == '\t' ? 0 : rest_.find_first_not_of(spaces);
  if (start < rest_.size() && rest_[start] == '"') {
    rest_.remove_prefix(start);
    return read_quoted();
  }
  const auto ends = [this](char c) {
    return c == '\n' || c == separator_ || (separator_ == ' ' && c == '\t');
  };
  const auto end = std::find_if(rest_.begin(), rest_.end(), ends);
  const auto length = static_cast<std::size_t>(end - rest_.begin());
  std::string_view cell = rest_.substr(0, length);
  // The carriage return of a CRLF is the line's, not the cell's.
  if (length == rest_.size() || rest_[length] == '\n') {
    if (cell.ends_with('\r')) cell.remove_suffix(1);
  }
  rest_.remove_prefix(length);
  return trimmed(cell);
}

std::string_view DelimitedRows::read_quoted() {
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
  const bool at_blank = !rest_.empty() && is_space(rest_.front());
  while (separator_ != '\t' && !rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
  const bool ended = rest_.empty() || rest_.front() == '\n' || rest_.front() == '\r' ||
                     rest_.front() == separator_ || (separator_ == ' ' && at_blank);
  if (!ended) {
    refuse(fmt::format("{} is followed by {}, expected {} or the end of the line",
                       shown("\"" + cell + "\""), shown(rest_.substr(0, 1)),
                       separator_ == ',' ? "a comma" : described_separator(separator_)));
  }
  return trimmed(cell);
}

std::string DelimitedRows::format() const {
  std::string text;
  if (separator_ != ',') {
    text = fmt::format("cells separated by {}", described_separator(separator_));
  }
  if (named_by_comment_)
    text += text.empty() ? "names from the comment" : ", names from the comment";
  if (!named_by_comment_ && names_.front() == "1") {
    text += fmt::format("{}no names, so columns are called 1 to {}", text.empty() ? "" : ", ",
                        names_.size());
  }
  return text;
}

}  // namespace asymptest::cli
