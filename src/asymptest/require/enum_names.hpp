#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace asymptest {

/// The name at `value`. Throws std::invalid_argument with the value if it has none.
std::string_view enum_name(std::string_view what, std::span<const std::string_view> names,
                           std::size_t value);
/// The place of the name. Throws std::invalid_argument with the name and the known ones.
std::size_t enum_value(std::string_view what, std::span<const std::string_view> names,
                       std::string_view name);

/// The names of an enumeration whose values count from 0, in their order: the one table by which
/// its values are printed and read.
template <class Enum, std::size_t count>
struct EnumNames {
  std::string_view what;  ///< "tier": what messages call it
  std::array<std::string_view, count> names;

  /// Throws std::invalid_argument with a value that is none of the enumerated ones.
  [[nodiscard]] std::string_view of(Enum value) const {
    return enum_name(what, names, static_cast<std::size_t>(value));
  }
  /// The value of that name. Throws std::invalid_argument with the name and the known ones.
  [[nodiscard]] Enum parse(std::string_view name) const {
    return static_cast<Enum>(enum_value(what, names, name));
  }
};

}  // namespace asymptest
