#include "asymptest/require/enum_names.hpp"

#include <algorithm>
#include <string>

#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

std::string alternatives(std::span<const std::string_view> names) {
  std::string text(names[0]);
  for (std::size_t i = 1; i < names.size(); ++i) {
    text += i + 1 < names.size() ? ", " : " or ";
    text += names[i];
  }
  return text;
}

}  // namespace

std::string_view enum_name(std::string_view what, std::span<const std::string_view> names,
                           std::size_t value) {
  require(value < names.size(), "{} is {}, expected 0 to {}", what, static_cast<long long>(value),
          names.size() - 1);
  return names[value];
}

std::size_t enum_value(std::string_view what, std::span<const std::string_view> names,
                       std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) {
    const std::string known = alternatives(names);
    require(false, "{} '{}' is unknown, expected {}", what, name, known);
  }
  return static_cast<std::size_t>(found - names.begin());
}

}  // namespace asymptest
