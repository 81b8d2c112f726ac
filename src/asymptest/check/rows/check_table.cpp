#include "asymptest/check/rows/check_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "asymptest/check/rows/computed_columns.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"

namespace asymptest::cli {
namespace {

/// The sizes that a bound speaks of, and the bound.
struct SizeBound {
  std::vector<std::size_t> columns;
  double value = 0;
};

double bound_value(std::string_view option, const std::string& text, std::string_view number) {
  double value = 0;
  const char* last = number.data() + number.size();
  const auto [end, problem] = std::from_chars(number.data(), last, value);
  if (problem != std::errc{} || end != last || !std::isfinite(value)) {
    throw InputError(
        fmt::format("{}: {} is no size, expected a number, or NAME=NUMBER for one column", option,
                    shown(text)));
  }
  return value;
}

SizeBound bound_of(const CheckRequest& request, std::string_view option, const std::string& text) {
  const std::size_t sign = text.rfind('=');
  SizeBound bound;
  if (sign == std::string::npos) {
    for (std::size_t i = 0; i < request.sizes.size(); ++i) bound.columns.push_back(i);
    bound.value = bound_value(option, text, text);
    return bound;
  }
  const std::string name = text.substr(0, sign);
  const auto found = std::find(request.sizes.begin(), request.sizes.end(), name);
  if (found == request.sizes.end()) {
    throw InputError(fmt::format("{}: {} is no --x column", option, shown(name)));
  }
  bound.columns = {static_cast<std::size_t>(found - request.sizes.begin())};
  bound.value = bound_value(option, text, std::string_view(text).substr(sign + 1));
  return bound;
}

/// Marks the rows of which a size is smaller (side 1) or larger (side -1) than the bound.
void mark_beyond(const NumericTable& table, const SizeBound& bound, double side,
                 std::vector<bool>& beyond) {
  for (const std::size_t column : bound.columns) {
    for (std::size_t row = 0; row < beyond.size(); ++row) {
      if (side * (table.columns[column][row] - bound.value) < 0) beyond[row] = true;
    }
  }
}

/// "--from 100 (x goes from 1 to 8)".
std::string shown_bounds(const CheckRequest& request, const NumericTable& table) {
  std::vector<std::string> bounds, ranges;
  for (const std::string& text : request.rows.from) bounds.push_back("--from " + text);
  for (const std::string& text : request.rows.up_to) bounds.push_back("--up-to " + text);
  for (std::size_t i = 0; i < request.sizes.size(); ++i) {
    const auto [low, high] = std::minmax_element(table.columns[i].begin(), table.columns[i].end());
    ranges.push_back(
        fmt::format("column {} goes from {} to {}", shown(request.sizes[i]), *low, *high));
  }
  return fmt::format("{} ({})", fmt::join(bounds, " and "), fmt::join(ranges, ", "));
}

/// Takes out of a column of any kind the rows that are marked.
template <class Cell>
void erase_marked(std::vector<Cell>& cells, const std::vector<bool>& marked) {
  std::size_t kept = 0;
  for (std::size_t row = 0; row < cells.size(); ++row) {
    if (marked[row]) continue;
    if (kept != row) cells[kept] = std::move(cells[row]);
    ++kept;
  }
  cells.resize(kept);
}

char separator_of(const std::string& text) {
  if (text.empty() || text.size() == 1) return text.empty() ? '\0' : text.front();
  if (text == "comma") return ',';
  if (text == "semicolon") return ';';
  if (text == "tab" || text == "\\t") return '\t';
  if (text == "blanks" || text == "spaces") return ' ';
  throw InputError(
      fmt::format("--separator: {} is no separator, expected comma, semicolon, tab, blanks or a "
                  "character",
                  shown(text)));
}

RowChoice choice_of(const CheckRequest& request) {
  RowChoice choice{.where = {},
                   .skip_missing = request.rows.skip_missing,
                   .separator = separator_of(request.rows.separator)};
  for (const std::string& text : request.rows.where) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign == 0) {
      throw InputError(
          fmt::format("--where: {} is no choice of rows, expected COLUMN=TEXT", shown(text)));
    }
    choice.where.push_back({text.substr(0, sign), text.substr(sign + 1)});
  }
  for (const auto* column : {&request.rows.pair, &request.rows.group}) {
    if (*column) choice.as_text.push_back(**column);
  }
  if (request.summary == Summary::median) choice.takes_bounds = request.value;
  return choice;
}

}  // namespace

std::vector<std::string> columns_of(const CheckRequest& request) {
  const ErrorColumns& errors = request.errors;
  std::vector<std::string> columns = request.sizes;
  columns.push_back(request.value);
  for (const auto* name : {&errors.standard_error, &errors.lower, &errors.upper, &errors.trials}) {
    if (*name) columns.push_back(**name);
  }
  return columns;
}

NumericTable read_table(const CheckRequest& request) {
  const std::string text = read_text(request.file), source = name_of_input(request.file);
  const RowChoice choice = choice_of(request);
  const auto read = [&](const std::vector<std::string>& names) {
    return read_columns(text, source, names, choice);
  };
  return within_bounds(request, with_computed(request.rows.let, source, columns_of(request), read));
}

std::vector<std::string> texts_of(const CheckRequest& request, const std::string& column) {
  RowChoice choice = choice_of(request);
  choice.as_text = {column};
  const NumericTable table =
      read_columns(read_text(request.file), name_of_input(request.file), {}, choice);
  std::vector<std::string> texts;
  for (const std::string& text : table.texts.front()) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  }
  return texts;
}

NumericTable within_bounds(const CheckRequest& request, const NumericTable& table) {
  std::vector<bool> beyond(table.lines.size(), false);
  for (const std::string& text : request.rows.from) {
    mark_beyond(table, bound_of(request, "--from", text), 1, beyond);
  }
  for (const std::string& text : request.rows.up_to) {
    mark_beyond(table, bound_of(request, "--up-to", text), -1, beyond);
  }
  NumericTable left = table;
  erase_marked(left.lines, beyond);
  erase_marked(left.censoring, beyond);
  for (auto& column : left.columns) erase_marked(column, beyond);
  for (auto& column : left.texts) erase_marked(column, beyond);
  if (left.lines.empty()) {
    throw InputError(fmt::format("{}: no row lies within {}", name_of_input(request.file),
                                 shown_bounds(request, table)));
  }
  return left;
}

void refuse_number(const CheckRequest& request, const NumericTable& table, std::size_t row,
                   const std::string& column, double number, const std::string& expected) {
  throw InputError(fmt::format("{}, {} {}: column {} is {}, expected {}",
                               name_of_input(request.file), table.place_word, table.lines[row],
                               shown(column), number, expected));
}

}  // namespace asymptest::cli
