#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

namespace asymptest {

/// A value of a message: an integer, a double or a text. One type, so that one source formats all
/// messages and no header of an instrument reads a library's.
class MessageValue {
 public:
  // NOLINTBEGIN(google-explicit-constructor): made of the arguments of `message` and `require`
  template <std::signed_integral Integer>
  MessageValue(Integer value) : kind_(Kind::signed_integer), signed_(value) {}
  template <std::unsigned_integral Integer>
  MessageValue(Integer value) : kind_(Kind::unsigned_integer), unsigned_(value) {}
  template <std::floating_point Number>
  MessageValue(Number value) : kind_(Kind::number), number_(value) {}
  MessageValue(std::string_view value) : kind_(Kind::text), text_(value) {}
  MessageValue(const std::string& value) : MessageValue(std::string_view(value)) {}
  MessageValue(const char* value) : MessageValue(std::string_view(value)) {}
  // NOLINTEND(google-explicit-constructor)

  /// Behind `text`: integers in full, doubles by the shortest decimal that reads back as the same
  /// double.
  void append_to(std::string& text) const;

 private:
  enum class Kind { signed_integer, unsigned_integer, number, text };
  Kind kind_;
  union {
    long long signed_;
    unsigned long long unsigned_;
    double number_;
    std::string_view text_;
  };
};

/// A message with one `{}` for each value, which the compiler checks.
template <class... Values>
class MessageFormat {
 public:
  template <class Text>
  requires std::convertible_to<const Text&, std::string_view>
  consteval MessageFormat(const Text& text)  // NOLINT(google-explicit-constructor)
      : text_(text) {
    std::size_t places = 0;
    for (std::size_t at = text_.find("{}"); at < text_.size(); at = text_.find("{}", at + 2)) {
      ++places;
    }
    if (places != sizeof...(Values)) throw "a message has one {} for each of its values";
  }

  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// `format` with each `{}` replaced by the value of its turn.
std::string filled(std::string_view format, std::initializer_list<MessageValue> values);
/// Throws std::invalid_argument of that message: out of line, as calls are rare.
[[noreturn]] void refuse_argument(std::string_view format,
                                  std::initializer_list<MessageValue> values);

/// The message with its values, for an exception of another kind than `require`'s.
template <class... Values>
std::string message(MessageFormat<std::type_identity_t<Values>...> format,
                    const Values&... values) {
  return filled(format.text(), {MessageValue(values)...});
}

/// Throws std::invalid_argument with the message unless `condition`: by custom "what is VALUE,
/// expected …".
template <class... Values>
void require(bool condition, MessageFormat<std::type_identity_t<Values>...> format,
             const Values&... values) {
  if (!condition) [[unlikely]]
    refuse_argument(format.text(), {MessageValue(values)...});
}

}  // namespace asymptest
