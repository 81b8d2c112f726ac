#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "asymptest/check/check.hpp"
#include "asymptest/data/input_error.hpp"
#include "asymptest/data/input_text.hpp"

namespace asymptest::cli {
namespace {

/// Degrees of freedom of an error that is taken as known.
constexpr double degrees_if_known = 1e9;

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

[[noreturn]] void refuse_cell(const CheckRequest& request, const NumericTable& table,
                              std::size_t row, const std::string& column, double value,
                              std::string_view expected) {
  throw InputError(fmt::format("{}, line {}: column {} is {}, expected {}",
                               name_of_input(request.file), table.lines[row], shown(column), value,
                               expected));
}

}  // namespace

std::vector<std::string> columns_of(const CheckRequest& request) {
  std::vector<std::string> columns = request.sizes;
  columns.push_back(request.value);
  if (request.standard_error) columns.push_back(*request.standard_error);
  if (request.trials) columns.push_back(*request.trials);
  return columns;
}

NumericTable within_bounds(const CheckRequest& request, const NumericTable& table) {
  std::vector<bool> beyond(table.lines.size(), false);
  for (const std::string& text : request.from) {
    mark_beyond(table, bound_of(request, "--from", text), 1, beyond);
  }
  for (const std::string& text : request.up_to) {
    mark_beyond(table, bound_of(request, "--up-to", text), -1, beyond);
  }
  NumericTable left{.columns = {}, .lines = {}, .skipped = table.skipped};
  left.columns.resize(table.columns.size());
  for (std::size_t row = 0; row < beyond.size(); ++row) {
    if (beyond[row]) continue;
    left.lines.push_back(table.lines[row]);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      left.columns[i].push_back(table.columns[i][row]);
    }
  }
  if (left.lines.empty()) {
    throw InputError(
        fmt::format("{}: no row lies within --from and --up-to", name_of_input(request.file)));
  }
  return left;
}

Statistics published(const CheckRequest& request, const NumericTable& table) {
  const std::size_t axes = request.sizes.size(), value = axes, error = axes + 1, trials = axes + 2;
  Statistics statistics{{}, true, 0};
  std::set<std::string> seen;
  for (std::size_t row = 0; row < table.lines.size(); ++row) {
    const auto positive = [&](std::size_t column, const std::string& name) {
      const double number = table.columns[column][row];
      if (!(number > 0)) refuse_cell(request, table, row, name, number, "a positive number");
      return number;
    };
    std::vector<Coordinate> coordinates;
    for (std::size_t i = 0; i < axes; ++i) {
      coordinates.push_back({request.sizes[i], positive(i, request.sizes[i])});
    }
    PointStatistic point{.at = Point(std::move(coordinates)), .trials = 1};
    if (!seen.insert(point.at.key()).second) {
      throw InputError(fmt::format(
          "{}, line {}: {} again, expected one row a size where --se gives the standard errors",
          name_of_input(request.file), table.lines[row], point.at.key()));
    }
    const double mean = positive(value, request.value);
    point.log_value = std::log(mean);
    point.error = positive(error, *request.standard_error) / mean;
    if (request.trials) {
      const double count = table.columns[trials][row];
      if (!(count >= 2)) refuse_cell(request, table, row, *request.trials, count, "2 at least");
      point.trials = static_cast<std::size_t>(count);
      statistics.degrees += count - 1;
    }
    statistics.points.push_back(std::move(point));
  }
  if (!request.trials) statistics.degrees = degrees_if_known;
  return statistics;
}

}  // namespace asymptest::cli
