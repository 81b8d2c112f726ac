#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace structure {

/// The statements of a source that throw, or call `require` or `message`, with a number that
/// std::to_string rounds to six decimals: "q is 1.000000, expected q in [0, 1]".
std::vector<std::string> rounded_messages(std::string_view source);

}  // namespace structure
