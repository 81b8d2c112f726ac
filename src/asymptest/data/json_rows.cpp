#include "asymptest/data/json_rows.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "asymptest/data/cell_number.hpp"
#include "asymptest/data/input_error.hpp"

namespace asymptest::cli {
namespace {

using nlohmann::json;

/// The value called `name`: a field, or a field within another.
const json* value_called(const json& row, std::string_view name) {
  if (!row.is_object()) return nullptr;
  if (const auto found = row.find(name); found != row.end()) return &*found;
  for (auto dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.', dot + 1)) {
    const auto outer = row.find(name.substr(0, dot));
    if (outer == row.end()) continue;
    if (const json* inner = value_called(*outer, name.substr(dot + 1))) return inner;
  }
  return nullptr;
}

std::string cell_of(const json* value) {
  if (value == nullptr || value->is_null()) return "";
  return value->is_string() ? value->get<std::string>() : value->dump();
}

void list_columns(const json& row, const std::string& prefix, std::vector<std::string>& names) {
  for (const auto& [name, value] : row.items()) {
    if (value.is_object()) {
      list_columns(value, prefix + name + ".", names);
    } else {
      names.push_back(shown(prefix + name));
    }
  }
}

/// Nanoseconds in one of Google Benchmark's units.
double nanoseconds_in(const std::string& unit) {
  constexpr double per_us = 1e3, per_ms = 1e6, per_s = 1e9;
  return unit == "us" ? per_us : unit == "ms" ? per_ms : unit == "s" ? per_s : 1;
}

/// Adds what a benchmark's name says: BM_Sort/1024/n:8.
void add_arguments(json& row, const std::string& name) {
  std::string family;
  int count = 0;
  for (std::size_t start = 0; start <= name.size();) {
    const std::size_t end = std::min(name.find('/', start), name.size());
    const std::string part = name.substr(start, end - start);
    const std::size_t colon = part.rfind(':');
    const std::string value = colon == std::string::npos ? part : part.substr(colon + 1);
    if (!looks_like_number(value) || colon == 0) {
      family += (family.empty() ? "" : "/") + part;
    } else if (colon == std::string::npos) {
      row[fmt::format("arg{}", ++count)] = value;
    } else if (const std::string key = part.substr(0, colon); !row.contains(key)) {
      row[key] = value;
    }
    start = end + 1;
  }
  row["family"] = family;
}

// What is wrong with the fields that are read of any benchmark; empty if nothing is.
std::string fault_of_benchmark(const json& row) {
  for (const char* field : {"name", "run_type", "time_unit"}) {
    if (row.contains(field) && !row[field].is_string()) {
      return fmt::format("{} is {}, expected a string", field, row[field].dump());
    }
  }
  if (row.contains("error_occurred") && !row["error_occurred"].is_boolean()) {
    return fmt::format("error_occurred is {}, expected true or false",
                       row["error_occurred"].dump());
  }
  return {};
}

json benchmark_row(json row) {
  const double unit = nanoseconds_in(row.value("time_unit", "ns"));
  for (const char* time : {"real_time", "cpu_time"}) {
    if (row.contains(time) && row[time].is_number()) row[time] = row[time].get<double>() * unit;
  }
  if (row.value("error_occurred", false)) row["real_time"] = row["cpu_time"] = nullptr;
  add_arguments(row, row.value("name", ""));
  return row;
}

/// Whether an object holds the columns that are looked for, rather than their values in one row.
bool holds_columns(const json& object, std::span<const std::string> names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const json* value = value_called(object, name);
    return value != nullptr && value->is_structured();
  });
}

/// Of a column's values, in the order of numbers: "2" before "10".
std::vector<std::string> keys_of(const json& column) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : column.items()) keys.push_back(key);
  std::stable_sort(keys.begin(), keys.end(),
                   [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  return keys;
}

json parse_json(std::string_view text, std::string_view where) {
  try {
    return json::parse(text);
  } catch (const json::exception& problem) {
    // "[json.exception.parse_error.101] parse error at line 1, column 5: …"
    const std::string_view what = problem.what();
    const auto at = what.find("parse error");
    throw InputError(fmt::format("{}: is no JSON, {}", where,
                                 at == std::string_view::npos ? what : what.substr(at)));
  }
}

}  // namespace

bool is_json(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

JsonRows::~JsonRows() = default;

JsonRows::JsonRows(std::string_view text, std::string_view source,
                   std::span<const std::string> names)
    : RowSource(source), names_(names.begin(), names.end()), seen_(names.size(), false) {
  const auto first_line = text.substr(0, text.find('\n'));
  if (text[text.find_first_not_of(" \t\r\n")] == '[') {
    read_array(parse_json(text, source));
  } else if (json::accept(first_line)) {
    const json first = json::parse(first_line);
    const bool alone = text.find_first_not_of(" \t\r\n", first_line.size()) == text.npos;
    if (first.contains("benchmarks")) {
      read_benchmarks(first["benchmarks"]);
    } else if (alone && holds_columns(first, names_)) {
      read_columns(first);
    } else {
      read_lines(text);
    }
  } else if (const json whole = json::parse(text, nullptr, false); whole.is_discarded()) {
    read_lines(text);
  } else if (whole.contains("benchmarks")) {
    read_benchmarks(whole["benchmarks"]);
  } else if (holds_columns(whole, names_)) {
    read_columns(whole);
  } else {
    throw InputError(fmt::format(
        "{}: is one JSON object without \"benchmarks\" or columns, expected an object a line",
        source));
  }
  require_names();
}

void JsonRows::read_lines(std::string_view text) {
  format_ = "JSON lines";
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t length = std::min(text.find('\n'), text.size());
    const std::string_view row = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    if (row.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    add(parse_json(row, fmt::format("{}, line {}", source_, line)), line);
  }
}

void JsonRows::read_array(const json& rows) {
  format_ = "JSON";
  word_ = "entry";
  for (std::size_t i = 0; i < rows.size(); ++i) add(rows[i], i + 1);
}

void JsonRows::read_columns(const json& columns) {
  format_ = "JSON columns";
  word_ = "entry";
  for (const auto& [name, values] : columns.items()) known_.push_back(shown(name));
  std::vector<std::string> keys;
  std::vector<json> rows;
  for (const std::string& name : names_) {
    const json* column = value_called(columns, name);
    if (column == nullptr || !column->is_structured()) continue;
    if (rows.empty()) keys = keys_of(*column), rows.resize(keys.size(), json::object());
    if (keys_of(*column) != keys) {
      throw InputError(
          fmt::format("{}: column {} has {} values, expected {} with the keys of the "
                      "first column",
                      source_, shown(name), column->size(), keys.size()));
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
      rows[row][name] = column->is_array() ? (*column)[row] : (*column)[keys[row]];
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) add(rows[i], i + 1);
}

void JsonRows::read_benchmarks(const json& benchmarks) {
  format_ = "Google Benchmark's JSON, times in ns";
  word_ = "entry";
  for (std::size_t i = 0; i < benchmarks.size(); ++i) {
    if (!benchmarks[i].is_object()) add(benchmarks[i], i + 1);
    place_ = i + 1;
    if (const std::string fault = fault_of_benchmark(benchmarks[i]); !fault.empty()) refuse(fault);
    if (benchmarks[i].value("run_type", "iteration") != "iteration") continue;
    add(benchmark_row(benchmarks[i]), i + 1);
  }
}

void JsonRows::add(const json& row, std::size_t place) {
  place_ = place;
  if (!row.is_object()) {
    refuse(fmt::format("{} is no object with a value for each column", shown(row.dump())));
  }
  if (known_.empty()) list_columns(row, "", known_);
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const json* value = value_called(row, names_[i]);
    if (value != nullptr) seen_[i] = true;
    texts_.push_back(cell_of(value));
  }
  places_.push_back(place);
}

void JsonRows::require_names() const {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (seen_[i] || known_.empty()) continue;
    throw InputError(fmt::format("{}: no column {}; it has {}", source_, shown(names_[i]),
                                 fmt::join(known_, ", ")));
  }
}

bool JsonRows::next() {
  if (row_ == places_.size()) return false;
  place_ = places_[row_];
  const auto first = texts_.begin() + static_cast<std::ptrdiff_t>(row_ * names_.size());
  cells_.assign(first, first + static_cast<std::ptrdiff_t>(names_.size()));
  ++row_;
  return true;
}

}  // namespace asymptest::cli
