#include "asymptest/data/cell_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

template <std::size_t count>
bool is_one_of(const std::string& word, const std::array<std::string_view, count>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_time_out(std::string_view cell) {
  constexpr std::array<std::string_view, 7> words{"timeout",   "time-out", "time out", "timed out",
                                                  "timed-out", "timedout", "t/o"};
  return !cell.empty() && std::isalpha(static_cast<unsigned char>(cell.front())) != 0 &&
         is_one_of(lower_case(cell), words);
}

struct Parsed {
  double value = 0;
  std::errc problem = std::errc::invalid_argument;
};

Parsed parse_decimal(std::string_view cell) {
  // std::from_chars knows no plus sign, and so would read neither "+1" nor refuse "+-1".
  if (cell.size() > 1 && cell[0] == '+' && cell[1] != '-') cell.remove_prefix(1);
  Parsed parsed;
  const char* last = cell.data() + cell.size();
  const auto [end, problem] = std::from_chars(cell.data(), last, parsed.value);
  parsed.problem = end == last ? problem : std::errc::invalid_argument;
  return parsed;
}

/// The whole of a cell as a number; Fortran's exponents of double precision, 1.0D-02, too.
Parsed parse_whole(std::string_view cell) {
  const Parsed parsed = parse_decimal(cell);
  const auto letter = cell.find_first_of("dD");
  if (parsed.problem != std::errc::invalid_argument || letter == std::string_view::npos) {
    return parsed;
  }
  std::string with_e(cell);
  with_e[letter] = 'e';
  return parse_decimal(with_e);
}

/// 1,024 or 12,345,678: commas as they part thousands.
bool parts_thousands(std::string_view cell) {
  if (cell.starts_with('-') || cell.starts_with('+')) cell.remove_prefix(1);
  if (cell.starts_with('0')) return false;
  std::size_t digits = 0;
  bool first = true;
  for (const char c : cell) {
    if (c == ',') {
      if (first ? digits == 0 || digits > 3 : digits != 3) return false;
      first = false;
      digits = 0;
    } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      ++digits;
    } else {
      return false;
    }
  }
  return digits == 3 && !first;
}

/// The comparison that a cell begins with, which is taken off it.
Censoring take_bound(std::string_view& cell) {
  Censoring side = Censoring::none;
  for (const std::string_view sign : {"<", "≤"}) {
    if (cell.starts_with(sign)) side = Censoring::below, cell.remove_prefix(sign.size());
  }
  for (const std::string_view sign : {">", "≥"}) {
    if (cell.starts_with(sign)) side = Censoring::above, cell.remove_prefix(sign.size());
  }
  if (side == Censoring::none) return side;
  if (cell.starts_with('=')) cell.remove_prefix(1);
  while (cell.starts_with(' ')) cell.remove_prefix(1);
  return side;
}

}  // namespace

bool is_missing(std::string_view cell) {
  constexpr std::array<std::string_view, 7> words{"", "na", "n/a", "nan", "null", "none", "-"};
  constexpr std::size_t longest = 4;
  return cell.size() <= longest && is_one_of(lower_case(cell), words);
}

bool looks_like_number(std::string_view cell) {
  take_bound(cell);
  std::string with_points(cell);
  std::replace(with_points.begin(), with_points.end(), ',', '.');
  return parse_whole(with_points).problem != std::errc::invalid_argument || parts_thousands(cell);
}

void CellNumbers::note(std::optional<Seen>& seen, std::string_view cell, std::string_view column,
                       const RowSource& row) {
  if (seen) return;
  seen = Seen{fmt::format("{} {}", row.place_word(), row.place()),
              fmt::format("{} in column {}", shown(cell), shown(column))};
}

std::optional<double> CellNumbers::read_comma(std::string_view cell, std::string_view column,
                                              const RowSource& row) {
  if (cell.find(',') == std::string_view::npos) return std::nullopt;
  if (parts_thousands(cell)) note(grouped_, cell, column, row);
  std::string with_point(cell);
  std::replace(with_point.begin(), with_point.end(), ',', '.');
  const Parsed parsed = parse_whole(with_point);
  if (parsed.problem == std::errc{} && !parts_thousands(cell)) {
    note(decimal_comma_, cell, column, row);
  }
  if (parsed.problem == std::errc{}) return parsed.value;
  if (parts_thousands(cell)) {
    row.refuse(fmt::format("{} in column {} has commas between thousands, expected none",
                           shown(cell), shown(column)));
  }
  return std::nullopt;
}

double CellNumbers::read_number(std::string_view cell, std::string_view column,
                                const RowSource& row) {
  if (is_missing(cell)) {
    row.refuse(fmt::format("{} in column {} is no number (--skip-missing leaves such rows out)",
                           shown(cell), shown(column)));
  }
  const Parsed parsed = parse_whole(cell);
  if (parsed.problem == std::errc::result_out_of_range) {
    row.refuse(fmt::format("{} in column {} is beyond the range of double precision", shown(cell),
                           shown(column)));
  }
  if (parsed.problem == std::errc{}) {
    if (!point_ && cell.find('.') != std::string_view::npos) note(point_, cell, column, row);
    if (!std::isfinite(parsed.value)) {
      row.refuse(
          fmt::format("column {} is {}, expected a finite number", shown(column), parsed.value));
    }
    return parsed.value;
  }
  if (const auto value = read_comma(cell, column, row)) return *value;
  row.refuse(fmt::format("{} in column {} is not a number", shown(cell), shown(column)));
}

CellValue CellNumbers::read(std::string_view cell, std::string_view column, const RowSource& row,
                            bool takes_bounds) {
  std::string_view number = cell;
  const bool time_out = is_time_out(cell);
  const Censoring side = time_out ? Censoring::above : take_bound(number);
  if (side == Censoring::none) return {read_number(cell, column, row)};
  if (!takes_bounds) {
    row.refuse(
        fmt::format("{} in column {} is a bound, expected a number; of the measurement, the median "
                    "takes bounds",
                    shown(cell), shown(column)));
  }
  if (time_out) return {std::numeric_limits<double>::infinity(), side};
  return {read_number(number, column, row), side};
}

bool CellNumbers::had_decimal_commas(std::string_view source) const {
  if (grouped_ && !decimal_comma_) {
    throw InputError(fmt::format(
        "{}, {}: {} may have a decimal comma or a comma between thousands, expected the "
        "number without",
        source, grouped_->where, grouped_->cell));
  }
  if (decimal_comma_ && point_) {
    throw InputError(
        fmt::format("{}, {}: {} has a decimal comma, but {} on {} a point, expected one", source,
                    decimal_comma_->where, decimal_comma_->cell, point_->cell, point_->where));
  }
  return decimal_comma_.has_value();
}

}  // namespace asymptest::cli
