#include "asymptest/experiment/formula/identifier.hpp"

#include <algorithm>

namespace asymptest {
namespace {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

}  // namespace

bool is_identifier(std::string_view text) {
  return !text.empty() && is_ascii_letter(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); });
}

}  // namespace asymptest
