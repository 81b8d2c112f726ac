#pragma once

#include <string_view>

namespace asymptest {

/// Whether the text is a letter or _, then letters, digits and _, all ASCII: what axes and
/// parameters are called, so that an environment and a language's keyword arguments can have them.
bool is_identifier(std::string_view text);

}  // namespace asymptest
