#include "asymptest/record/record_schema.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "asymptest/record/record_fields.hpp"

namespace asymptest {
namespace {

using Schema = nlohmann::ordered_json;

template <typename T>
struct Kind {
  static constexpr bool list = false, optional = false;
};
template <typename T>
struct Kind<std::vector<T>> {
  static constexpr bool list = true, optional = false;
  using Element = T;
};
template <typename T>
struct Kind<std::optional<T>> {
  static constexpr bool list = false, optional = true;
  using Element = T;
};

template <typename T>
Schema schema_of();

/// JSON has no infinity and no NaN: they are words.
Schema number_schema() {
  return {{"anyOf", {{{"type", "number"}}, {{"enum", {"nan", "inf", "-inf"}}}}}};
}

/// The names from the first enumerator to the last.
template <typename E>
Schema names_up_to(E last) {
  Schema names = Schema::array();
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    names.push_back(std::string(name_of(static_cast<E>(i))));
  }
  return {{"enum", names}};
}

template <typename Names>
Schema names_in(const Names& table) {
  Schema names = Schema::array();
  for (const std::string_view name : table.names) names.push_back(std::string(name));
  return {{"enum", names}};
}

Schema enumeration(LawKind) { return names_in(law_kind_names); }
Schema enumeration(FigureKind) { return names_in(figure_kind_names); }
Schema enumeration(Relation) { return names_in(relation_names); }
Schema enumeration(Summary) { return names_in(summary_names); }
Schema enumeration(Status) { return names_up_to(Status::unmeasured); }
Schema enumeration(Outcome) { return names_up_to(Outcome::inconclusive); }
Schema enumeration(Need) { return names_up_to(Need::larger_sizes); }

template <typename R>
Schema object_schema() {
  Schema properties = Schema::object(), required = Schema::array();
  std::apply(
      [&](const auto&... field) {
        (..., (properties[field.name] =
                   schema_of<std::remove_cvref_t<decltype(std::declval<R>().*field.member)>>(),
               required.push_back(field.name)));
      },
      fields_of<R>);
  return {{"type", "object"}, {"properties", properties}, {"required", required}};
}

template <typename T>
Schema schema_of() {
  if constexpr (Kind<T>::list) {
    return {{"type", "array"}, {"items", schema_of<typename Kind<T>::Element>()}};
  } else if constexpr (Kind<T>::optional) {
    return {{"anyOf", {schema_of<typename Kind<T>::Element>(), {{"type", "null"}}}}};
  } else if constexpr (std::is_enum_v<T>) {
    return enumeration(T{});
  } else if constexpr (std::is_same_v<T, double>) {
    return number_schema();
  } else if constexpr (std::is_same_v<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::is_integral_v<T>) {
    return {{"type", "integer"}};
  } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, Point>) {
    return {{"type", "string"}};
  } else {
    return object_schema<T>();
  }
}

}  // namespace

std::string record_schema() {
  Schema schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", "What asymptest knows of a suite: record.json"}};
  schema.update(object_schema<Record>());
  schema["properties"]["format"] = {{"const", Record::format}};
  schema["required"].push_back("format");
  return schema.dump(1);
}

}  // namespace asymptest
