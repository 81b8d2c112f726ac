#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace asymptest {

/// A claim's id, and where it is written if it is: GCC takes the last line of a declaration over
/// several for the declaration's own (Clang 14 has no std::source_location, but both know this).
class ClaimId : public std::string {
 public:
  ClaimId() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): an id is text
  ClaimId(const char* text, std::string_view file = __builtin_FILE(), int line = __builtin_LINE())
      : std::string(text), file_(file), line_(line) {}
  /// One that is put together stands nowhere.
  ClaimId(std::string text)  // NOLINT(google-explicit-constructor): as above
      : std::string(std::move(text)) {}

  /// The line that it is written in; `otherwise` if that is not one of `file`.
  [[nodiscard]] int line_in(std::string_view file, int otherwise) const {
    return line_ > 0 && file_ == file ? line_ : otherwise;
  }

 private:
  std::string_view file_;
  int line_ = 0;
};

}  // namespace asymptest
