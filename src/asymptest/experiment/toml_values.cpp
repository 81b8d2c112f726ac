#include "asymptest/experiment/toml_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

namespace asymptest {

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

std::string shown_node(const toml::node& node) {
  if (node.is_table()) return "a table";
  if (node.is_array()) return node.as_array()->empty() ? "an empty array" : "an array";
  std::ostringstream text;
  node.visit([&](const auto& value) { text << value; });
  constexpr std::size_t longest = 60;
  const std::string shown = text.str();
  if (shown.size() <= longest) return shown;
  return shown.substr(0, longest) + "…" + (node.is_string() ? shown.substr(0, 1) : "");
}

std::optional<double> number_in(const toml::node& node) {
  if (const auto* whole = node.as_integer()) return static_cast<double>(whole->get());
  if (const auto* real = node.as_floating_point()) return real->get();
  return std::nullopt;
}

std::optional<Scalar> scalar_in(const toml::node& node) {
  if (const auto* text = node.as_string())
    return Scalar{text->get(), nlohmann::json(text->get()).dump()};
  if (const auto* truth = node.as_boolean()) {
    const std::string word = truth->get() ? "true" : "false";
    return Scalar{word, word};
  }
  const auto number = number_in(node);
  if (!number || !std::isfinite(*number)) return std::nullopt;
  const auto* whole = node.as_integer();
  const std::string digits =
      whole != nullptr ? fmt::to_string(whole->get()) : fmt::to_string(*number);
  return Scalar{digits, digits};
}

std::vector<std::string> keys_in_order(const toml::table& table) {
  std::vector<std::pair<toml::source_position, std::string>> keys;
  for (const auto& [key, node] : table)
    keys.emplace_back(key.source().begin, std::string(key.str()));
  std::stable_sort(keys.begin(), keys.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (auto& [where, name] : keys) names.push_back(std::move(name));
  return names;
}

}  // namespace asymptest
