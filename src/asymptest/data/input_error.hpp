#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace asymptest::cli {

/// What the user gave can't be used: one message that names the thing, its value and what was
/// expected. Commands print it and end with `bad_input`.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Text from a file, fit to be shown within a message: in quotes, control characters as '?', cut
/// after 40 characters.
std::string shown(std::string_view text);

}  // namespace asymptest::cli
