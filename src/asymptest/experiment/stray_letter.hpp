#pragma once

#include <optional>
#include <string_view>

namespace asymptest {

/// The line, from 1, of the first byte of a TOML text that is no ASCII though it stands neither in
/// a string nor in a comment; none if there is no such byte. No TOML has one (toml.io, v1.0.0, keys
/// and whitespace are ASCII), and the parser's behaviour for some of them is undefined. A byte
/// order mark at the start is let pass.
std::optional<int> line_of_stray_letter(std::string_view text);

}  // namespace asymptest
