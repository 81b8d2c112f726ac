#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace asymptest::cli {

/// Whether a person watches this stream.
bool is_terminal(std::FILE* stream);

/// The columns of the terminal that this stream is, `otherwise` if it is none or doesn't tell.
std::size_t columns_of(std::FILE* stream, std::size_t otherwise);

/// Whether to colour what goes to this stream: a terminal that isn't dumb, and NO_COLOR is not set
/// (https://no-color.org).
bool wants_colour(std::FILE* stream);

enum class Colour { green, red, yellow, dim };

/// The text in a colour, or as it is.
std::string coloured(std::string_view text, Colour colour, bool enabled);

}  // namespace asymptest::cli
