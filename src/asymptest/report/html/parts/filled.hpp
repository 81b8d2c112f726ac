#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace asymptest::report {

/// The template (a file of templates/) with `{name}` replaced by the field of that name, one of
/// fmt::arg("name", value). Fields are HTML: the caller escapes. Throws fmt::format_error for a
/// name without a field.
template <typename... Fields>
std::string filled(std::string_view form, const Fields&... fields) {
  return fmt::vformat(form, fmt::make_format_args(fields...));
}

}  // namespace asymptest::report
