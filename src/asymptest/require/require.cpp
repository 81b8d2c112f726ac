#include "asymptest/require/require.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace asymptest {

void MessageValue::append_to(std::string& text) const {
  switch (kind_) {
    case Kind::signed_integer:
      text += fmt::to_string(signed_);
      return;
    case Kind::unsigned_integer:
      text += fmt::to_string(unsigned_);
      return;
    case Kind::number:
      text += fmt::to_string(number_);
      return;
    case Kind::text:
      text += text_;
  }
}

std::string filled(std::string_view format, std::initializer_list<MessageValue> values) {
  std::string text;
  for (const MessageValue& value : values) {
    const std::size_t place = format.find("{}");
    text += format.substr(0, place);
    value.append_to(text);
    format.remove_prefix(place + 2);
  }
  return text += format;
}

void refuse_argument(std::string_view format, std::initializer_list<MessageValue> values) {
  throw std::invalid_argument(filled(format, values));
}

}  // namespace asymptest
