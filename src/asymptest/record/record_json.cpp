#include "asymptest/record/record_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <type_traits>

#include "asymptest/record/record_fields.hpp"

namespace asymptest {
namespace {

using Json = nlohmann::ordered_json;

constexpr int indentation = 1;
constexpr double infinity = std::numeric_limits<double>::infinity();

template <typename T>
constexpr bool is_record =
    !std::is_same_v<std::remove_const_t<decltype(fields_of<T>)>, std::nullptr_t>;

template <typename T>
constexpr bool is_list = false;
template <typename T>
constexpr bool is_list<std::vector<T>> = true;

template <typename T>
constexpr bool is_optional = false;
template <typename T>
constexpr bool is_optional<std::optional<T>> = true;

template <typename T>
Json write(const T& value);

/// JSON has no infinity and no NaN.
Json write_number(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  return value;
}

template <typename T>
Json write_list(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(write(value));
  return list;
}

template <typename R>
Json write_record(const R& record) {
  Json object = Json::object();
  std::apply(
      [&](const auto&... field) { (..., (object[field.name] = write(record.*field.member))); },
      fields_of<R>);
  return object;
}

template <typename T>
Json write(const T& value) {
  if constexpr (is_record<T>) {
    return write_record(value);
  } else if constexpr (std::is_enum_v<T>) {
    return std::string(name_of(value));
  } else if constexpr (std::is_same_v<T, double>) {
    return write_number(value);
  } else if constexpr (std::is_same_v<T, Point>) {
    return value.key();
  } else if constexpr (is_list<T>) {
    return write_list(value);
  } else if constexpr (is_optional<T>) {
    return value ? write(*value) : Json(nullptr);
  } else {
    return value;
  }
}

[[noreturn]] void refuse(const std::string& path, std::string_view problem) {
  throw std::invalid_argument(fmt::format("record, {}: {}", path, problem));
}

template <typename T>
void read(const Json& json, T& value, const std::string& path);

void read_number(const Json& json, double& value, const std::string& path) {
  if (!json.is_string()) {
    json.get_to(value);
  } else if (json == "nan") {
    value = std::numeric_limits<double>::quiet_NaN();
  } else if (json == "inf" || json == "-inf") {
    value = json == "inf" ? infinity : -infinity;
  } else {
    refuse(path, fmt::format("'{}' is not a number", json.get<std::string>()));
  }
}

void parse(std::string_view name, LawKind& value) { value = law_kind_names.parse(name); }
void parse(std::string_view name, Relation& value) { value = relation_names.parse(name); }
void parse(std::string_view name, Summary& value) { value = summary_names.parse(name); }
void parse(std::string_view name, FigureKind& value) { value = figure_kind_names.parse(name); }
void parse(std::string_view name, Status& value) { value = parse_status(name); }
void parse(std::string_view name, Outcome& value) { value = parse_outcome(name); }
void parse(std::string_view name, Need& value) { value = parse_need(name); }

/// The enumerator of that name.
template <typename E>
void read_name(const Json& json, E& value, const std::string& path) {
  try {
    parse(json.get<std::string>(), value);
  } catch (const std::invalid_argument& problem) {
    refuse(path, problem.what());
  }
}

template <typename T>
void read_list(const Json& json, std::vector<T>& values, const std::string& path) {
  if (!json.is_array()) refuse(path, "is not a list");
  values.clear();
  for (std::size_t i = 0; i < json.size(); ++i) {
    read(json[i], values.emplace_back(), fmt::format("{}[{}]", path, i));
  }
}

template <typename T>
void read_field(const Json& object, const char* name, T& value, const std::string& path) {
  const std::string field_path = path.empty() ? name : path + "." + name;
  const auto found = object.find(name);
  if (found == object.end()) {
    // An older record may not know what a newer one may lack.
    if constexpr (is_optional<T>) return value.reset();
    refuse(field_path, "is missing");
  }
  try {
    read(*found, value, field_path);
  } catch (const Json::exception&) {
    refuse(field_path, "is of another type than expected");
  }
}

template <typename R>
void read_record(const Json& json, R& record, const std::string& path) {
  if (!json.is_object()) refuse(path, "is not an object");
  std::apply(
      [&](const auto&... field) {
        (..., read_field(json, field.name, record.*field.member, path));
      },
      fields_of<R>);
}

template <typename T>
void read(const Json& json, T& value, const std::string& path) {
  if constexpr (is_record<T>) {
    read_record(json, value, path);
  } else if constexpr (std::is_enum_v<T>) {
    read_name(json, value, path);
  } else if constexpr (std::is_same_v<T, double>) {
    read_number(json, value, path);
  } else if constexpr (std::is_same_v<T, Point>) {
    value = Point::parse(json.get<std::string>());
  } else if constexpr (is_list<T>) {
    read_list(json, value, path);
  } else if constexpr (is_optional<T>) {
    value.reset();
    if (!json.is_null()) read(json, value.emplace(), path);
  } else {
    json.get_to(value);
  }
}

// A program's output, as a trial's message, may be in any encoding: what is no UTF-8 is replaced.
std::string text_of(const Json& json) {
  return json.dump(indentation, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_json(const ClaimRecord& record) { return text_of(write(record)); }

std::string to_json(const ProofRecord& record) { return text_of(write(record)); }

ProofRecord proof_from_json(std::string_view text) {
  ProofRecord record;
  read_record(Json::parse(text, nullptr, false), record, "proof");
  return record;
}

std::string to_json(const Record& record) {
  Json object = {{"format", Record::format}};
  object.update(write(record));
  return text_of(object);
}

Record record_from_json(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) throw std::invalid_argument("record: is not a JSON object");
  int format = 0;
  read_field(json, "format", format, "");
  if (format != Record::format) {
    refuse("format", fmt::format("is {}, expected {}", format, Record::format));
  }
  Record record;
  read_record(json, record, "");
  return record;
}

}  // namespace asymptest
