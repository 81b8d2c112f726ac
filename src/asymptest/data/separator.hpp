#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace asymptest::cli {

/// The separator of a text: the one that gives the first lines as many cells each, with the names
/// that are looked for among those of the first. A tab, ';', ',' or ' ' for blanks.
char detect_separator(std::string_view text, std::span<const std::string> names);

/// A blank or a tab.
bool is_space(char c);

/// Without the blanks and tabs around it.
std::string_view trimmed(std::string_view text);

/// Without a UTF-8 byte order mark.
std::string_view without_byte_order_mark(std::string_view text);

/// The cells of one line, for guessing: quotes are minded, but not taken off.
std::vector<std::string> cells_of_line(std::string_view line, char separator);

}  // namespace asymptest::cli
