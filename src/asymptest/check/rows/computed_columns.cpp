#include "asymptest/check/rows/computed_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

#include "asymptest/data/input_error.hpp"
#include "asymptest/experiment/formula/expression.hpp"

namespace asymptest::cli {
namespace {

struct Definition {
  std::string name, formula;
  std::vector<std::string> columns;
};

std::string without_blanks(std::string text) {
  text.erase(0, text.find_first_not_of(" \t"));
  text.erase(text.find_last_not_of(" \t") + 1);
  return text;
}

Definition definition_of(const std::string& text) {
  const std::size_t sign = text.find('=');
  Definition one;
  if (sign != std::string::npos) one.name = without_blanks(text.substr(0, sign));
  if (one.name.empty()) {
    throw InputError(
        fmt::format("--let: {} defines no column, expected NAME = FORMULA", shown(text)));
  }
  one.formula = without_blanks(text.substr(sign + 1));
  try {
    one.columns = axes_in(one.formula);
  } catch (const std::exception& problem) {
    throw InputError(fmt::format("--let {}: {}", one.name, problem.what()));
  }
  return one;
}

std::size_t position_in(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (position_in(names, name) == names.size()) names.push_back(name);
}

std::vector<Definition> definitions_of(const std::vector<std::string>& let) {
  std::vector<Definition> all;
  for (const std::string& text : let) {
    Definition one = definition_of(text);
    for (const Definition& other : all) {
      if (other.name != one.name) continue;
      throw InputError(fmt::format("--let: column {} is defined twice", shown(one.name)));
    }
    all.push_back(std::move(one));
  }
  return all;
}

/// What has to be read: what is asked for and what formulas name, but for what is defined (before).
std::vector<std::string> columns_to_read(const std::vector<Definition>& definitions,
                                         const std::vector<std::string>& names) {
  std::vector<std::string> defined, read;
  for (const Definition& one : definitions) {
    for (const std::string& column : one.columns) {
      if (position_in(defined, column) == defined.size()) add_once(read, column);
    }
    defined.push_back(one.name);
  }
  for (const std::string& name : names) {
    if (position_in(defined, name) == defined.size()) add_once(read, name);
  }
  return read;
}

std::vector<double> computed(const Definition& one, const std::vector<std::string>& names,
                             const NumericTable& table, const std::string& source) {
  const Expression formula = parse_expression(one.formula, one.columns);
  std::vector<std::size_t> positions;
  for (const std::string& column : one.columns) positions.push_back(position_in(names, column));
  std::vector<double> values;
  values.reserve(table.lines.size());
  for (std::size_t row = 0; row < table.lines.size(); ++row) {
    std::vector<Coordinate> at;
    for (std::size_t i = 0; i < positions.size(); ++i) {
      at.push_back({one.columns[i], table.columns[positions[i]][row]});
    }
    const Point point(std::move(at));
    values.push_back(formula(point));
    if (std::isfinite(values.back())) continue;
    throw InputError(fmt::format("{}, {} {}: {} = {} is {} at {}, expected a finite number", source,
                                 table.place_word, table.lines[row], one.name, one.formula,
                                 std::abs(values.back()), point.key()));
  }
  return values;
}

}  // namespace

NumericTable with_computed(const std::vector<std::string>& let, const std::string& source,
                           const std::vector<std::string>& names, const ReadColumns& read) {
  const std::vector<Definition> definitions = definitions_of(let);
  if (definitions.empty()) return read(names);
  std::vector<std::string> known = columns_to_read(definitions, names);
  NumericTable table = read(known);
  for (const Definition& one : definitions) {
    table.columns.push_back(computed(one, known, table, source));
    known.push_back(one.name);
  }
  std::vector<std::vector<double>> chosen;
  for (const std::string& name : names) {
    // The last of that name: a definition may take the place of a column of the file.
    const auto last = std::find(known.rbegin(), known.rend(), name);
    chosen.push_back(table.columns[static_cast<std::size_t>(known.rend() - last) - 1]);
  }
  table.columns = std::move(chosen);
  return table;
}

}  // namespace asymptest::cli
