#pragma once

#include <string_view>

namespace asymptest {

/// The number of a program's answer: a number by itself, or a JSON object that holds one under
/// `key`. Throws FailedTrial with what was read and what was expected, and with the message
/// of an object that has an "error".
double value_of_answer(std::string_view answer, std::string_view key);

}  // namespace asymptest
