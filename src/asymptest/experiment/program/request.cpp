#include "asymptest/experiment/program/request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

#include "asymptest/experiment/formula/identifier.hpp"

namespace asymptest {
namespace {

std::optional<std::string> value_of(std::string_view name, const Request& request) {
  if (name == "claim") return request.claim;
  if (name == "control") return request.control;
  if (name == "trial") return fmt::to_string(request.trial);
  if (name == "seed") return fmt::to_string(request.seed);
  if (request.point.has(name)) return fmt::to_string(request.point[name]);
  for (const auto& [key, value] : request.parameters) {
    if (key == name) return value.text;
  }
  return std::nullopt;
}

/// Calls `replace` with the name within each pair of braces that holds one.
std::string with_places(
    std::string_view word,
    const std::function<std::optional<std::string>(std::string_view)>& replace) {
  std::string text;
  while (!word.empty()) {
    const auto open = word.find('{');
    text += word.substr(0, open);
    if (open == std::string_view::npos) break;
    word.remove_prefix(open);
    const auto close = word.find('}');
    const auto name = word.substr(1, close == std::string_view::npos ? 0 : close - 1);
    const auto value = is_identifier(name) ? replace(name) : std::nullopt;
    text += value ? *value : "{";
    word.remove_prefix(value ? close + 1 : 1);
  }
  return text;
}

std::string upper_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

}  // namespace

std::string filled_in(std::string_view word, const Request& request) {
  return with_places(word, [&](std::string_view name) { return value_of(name, request); });
}

std::vector<std::string> unknown_places(std::string_view word, const Request& request) {
  std::vector<std::string> unknown;
  with_places(word, [&](std::string_view name) {
    if (!value_of(name, request)) unknown.emplace_back(name);
    return std::optional<std::string>("");
  });
  return unknown;
}

std::vector<std::string> environment_of(const Request& request) {
  std::vector<std::string> variables;
  const auto add = [&](const std::string& name, std::string_view value) {
    variables.push_back(fmt::format("ASYMPTEST_{}={}", upper_case(name), value));
  };
  for (const auto& [name, value] : request.parameters) add(name, value.text);
  for (const Coordinate& one : request.point.coordinates())
    add(one.axis, fmt::to_string(one.value));
  for (const char* name : {"claim", "control", "trial", "seed"})
    add(name, *value_of(name, request));
  add("protocol", fmt::to_string(protocol_version));
  return variables;
}

std::string json_line(const Request& request) {
  const auto quoted = [](const std::string& text) { return nlohmann::json(text).dump(); };
  std::string point;
  for (const Coordinate& one : request.point.coordinates()) {
    point += fmt::format("{}{}:{}", point.empty() ? "" : ",", quoted(one.axis), one.value);
  }
  std::string line = fmt::format(R"({{"claim":{},"point":{{{}}},"trial":{},"seed":{})",
                                 quoted(request.claim), point, request.trial, request.seed);
  if (!request.control.empty()) line += R"(,"control":)" + quoted(request.control);
  std::string parameters;
  for (const auto& [name, value] : request.parameters) {
    parameters += fmt::format("{}{}:{}", parameters.empty() ? "" : ",", quoted(name), value.json);
  }
  if (!parameters.empty()) line += R"(,"parameters":{)" + parameters + "}";
  return line + "}";
}

}  // namespace asymptest
